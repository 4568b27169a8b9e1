import type {Rootfs} from './rootfs';

/** Debian's status file, distroless's folder of status files, Alpine's database (old and new place). */
export const PACKAGE_DATABASES =
  /^\/(var\/lib\/dpkg\/(status|status\.d\/[^/]+)|(usr\/)?lib\/apk\/db\/installed)$/;

/** @returns Package name to version, sorted by name; empty when the image has no package database */
export function packagesOf(rootfs: Rootfs): Record<string, string> {
  const found: [string, string][] = [];
  for (const [file, {content}] of rootfs.entries) {
    if (content === undefined || !PACKAGE_DATABASES.test(file) || file.endsWith('.md5sums')) continue;
    const text = content.toString('utf8');
    found.push(...(file.includes('/apk/') ? apkPackages(text) : dpkgPackages(text)));
  }
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function dpkgPackages(text: string): [string, string][] {
  return text.split(/\n\n+/).flatMap((paragraph): [string, string][] => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(paragraph)?.[1];
    const [name, version, status] = [field('Package'), field('Version'), field('Status')];
    const installed = status === undefined || status.endsWith(' installed');
    return name !== undefined && version !== undefined && installed ? [[name, version]] : [];
  });
}

function apkPackages(text: string): [string, string][] {
  return text.split(/\n\n+/).flatMap((paragraph): [string, string][] => {
    const name = /^P:(.*)$/m.exec(paragraph)?.[1];
    const version = /^V:(.*)$/m.exec(paragraph)?.[1];
    return name !== undefined && version !== undefined ? [[name, version]] : [];
  });
}

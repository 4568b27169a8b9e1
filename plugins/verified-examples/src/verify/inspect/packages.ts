import {parseInstalled} from '../../../../base-images/src/apk/database';
import {installedPackages} from '../../../../base-images/src/deb/status';
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
    found.push(...(file.includes('/apk/') ? apkPackages(text) : Object.entries(installedPackages(text))));
  }
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** apk's own format; a block that names no package, or no version, is none. */
function apkPackages(text: string): [string, string][] {
  return parseInstalled(text)
    .filter(({name, version}) => name !== '' && version !== '')
    .map(({name, version}) => [name, version]);
}

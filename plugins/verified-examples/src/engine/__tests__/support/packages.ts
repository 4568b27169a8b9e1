import {existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {execa} from 'execa';

/** What tests fetch once and keep: programs, never state. */
export const CACHE = join(tmpdir(), 'cgo-field-guide-tests');

/** Package of the registry that tests start. */
export const REGISTRY = 'docker-registry';

/** Whether a package is there already. */
export function isUnpacked(name: string): boolean {
  return existsSync(join(CACHE, name));
}

/** Unpacks a Debian package of this machine's suite and gives the directory. */
export async function unpackedPackage(name: string): Promise<string> {
  const target = join(CACHE, name);
  if (isUnpacked(name)) {
    return target;
  }
  mkdirSync(CACHE, {recursive: true});
  const work = mkdtempSync(`${target}-`);
  try {
    const download = (): Promise<unknown> =>
      execa('apt-get', ['-o', 'APT::Sandbox::User=root', 'download', name], {cwd: work});
    await download().catch(async () => {
      await execa('apt-get', ['update']);
      await download();
    });
    const archive = readdirSync(work).find((file) => file.endsWith('.deb')) ?? '';
    await execa('dpkg-deb', ['--extract', archive, 'root'], {cwd: work});
    renameSync(join(work, 'root'), target);
  } finally {
    rmSync(work, {recursive: true, force: true});
  }
  return target;
}

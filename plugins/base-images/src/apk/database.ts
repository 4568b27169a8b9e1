/** A file, directory or symlink that a package of the database owns. */
export interface OwnedPath {
  path: string;
  kind: 'directory' | 'file';
  mode: number;
  uid: number;
  gid: number;
  /** Base64 SHA-1 of a file's bytes or of a symlink's target; null for directories. */
  sha1: string | null;
}

/** One package of /lib/apk/db/installed. */
export interface InstalledPackage {
  name: string;
  version: string;
  /** Checksum of the package (Q1…), which scripts and triggers are filed under. */
  checksum: string;
  depends: string;
  provides: string;
  paths: OwnedPath[];
  /** The package's own text, without the empty line after it. */
  text: string;
}

/** Reads apk's database of installed packages (apk-tools, installed format v2). */
export function parseInstalled(text: string): InstalledPackage[] {
  return text
    .split('\n\n')
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(parsePackage);
}

/** Keeps some packages, in the order of the database. Throws with every name the database does not have. */
export function cutInstalled(
  packages: readonly InstalledPackage[],
  names: readonly string[],
): InstalledPackage[] {
  const known = new Set(packages.map(({name}) => name));
  const missing = names.filter((name) => !known.has(name));
  if (missing.length > 0) throw new Error(`Alpine's package database does not have ${missing.join(', ')}`);
  return packages.filter(({name}) => names.includes(name));
}

/** The text of the database with those packages, as apk reads it. */
export function printInstalled(packages: readonly InstalledPackage[]): string {
  return packages.map(({text}) => `${text}\n\n`).join('');
}

/** Keeps the trigger lines of some packages. */
export function cutTriggers(triggers: string, packages: readonly InstalledPackage[]): string {
  const kept = triggers
    .split('\n')
    .filter((line) => packages.some(({checksum}) => line.startsWith(`${checksum} `)));
  return kept.map((line) => `${line}\n`).join('');
}

function parsePackage(text: string): InstalledPackage {
  const fields = new Map<string, string>();
  const paths: OwnedPath[] = [];
  let directory = '';
  for (const line of text.split('\n')) {
    const name = line.slice(0, 1);
    const value = line.slice(2);
    const last = paths.at(-1);
    if (name === 'F') {
      directory = value;
      if (value !== '') paths.push({path: value, kind: 'directory', mode: 0o755, uid: 0, gid: 0, sha1: null});
    } else if (name === 'R') {
      const path = directory === '' ? value : `${directory}/${value}`;
      paths.push({path, kind: 'file', mode: 0o644, uid: 0, gid: 0, sha1: null});
    } else if ((name === 'M' || name === 'a') && last) {
      Object.assign(last, ownership(value));
    } else if (name === 'Z' && last) {
      last.sha1 = value.slice('Q1'.length);
    } else if (paths.length === 0) {
      fields.set(name, value);
    }
  }
  const field = (name: string) => fields.get(name) ?? '';
  return {
    name: field('P'),
    version: field('V'),
    checksum: field('C'),
    depends: field('D'),
    provides: field('p'),
    paths,
    text,
  };
}

/** "0:42:640" */
function ownership(value: string): {uid: number; gid: number; mode: number} {
  const [uid = '0', gid = '0', mode = '644'] = value.split(':');
  return {uid: Number(uid), gid: Number(gid), mode: Number.parseInt(mode, 8)};
}

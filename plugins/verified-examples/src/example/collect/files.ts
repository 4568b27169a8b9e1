import {lstatSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {sha256} from '../../../../base-images/src/digest';
import type {Problem} from '../../problems';
import {isLeftover} from './leftovers';

/** A file of an example, with the bytes that were hashed. */
export interface SourceFile {
  /** Path inside its folder, with `/`. */
  path: string;
  absolute: string;
  executable: boolean;
  bytes: Buffer;
}

/**
 * All files below a folder, sorted by path, without what {@link isLeftover}.
 *
 * @param folder - Absolute path
 * @param label - The folder's name in problem reports
 * @param problems - Symbolic links and special files are reported here: a link can lead out of the example,
 * and what it points at would not be hashed
 */
export function readFiles(folder: string, label: string, problems: Problem[]): SourceFile[] {
  const files: SourceFile[] = [];
  const walk = (relative: string) => {
    for (const name of readdirSync(path.join(folder, relative)).sort()) {
      if (isLeftover(name)) continue;
      const inside = relative === '' ? name : `${relative}/${name}`;
      const absolute = path.join(folder, inside);
      const stat = lstatSync(absolute);
      if (stat.isDirectory()) walk(inside);
      else if (stat.isFile()) {
        files.push({
          path: inside,
          absolute,
          executable: (stat.mode & 0o100) !== 0,
          bytes: readFileSync(absolute),
        });
      } else {
        const kind = stat.isSymbolicLink() ? 'a symbolic link' : 'not a regular file';
        problems.push({file: `${label}/${inside}`, message: `${kind}; an example holds regular files only`});
      }
    }
  };
  walk('');
  return files;
}

/** @returns Path to `mode digest` of each file: what a change of path, bytes or execute bit alters */
export function fingerprint(files: readonly SourceFile[], prefix = ''): Record<string, string> {
  return Object.fromEntries(
    files.map((file) => [prefix + file.path, `${file.executable ? '755' : '644'} ${sha256(file.bytes)}`]),
  );
}

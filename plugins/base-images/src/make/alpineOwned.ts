import {createHash} from 'node:crypto';
import {lstat, readFile, readlink} from 'node:fs/promises';
import {join} from 'node:path';
import type {InstalledPackage, OwnedPath} from '../apk/database';
import type {AlpineRecipe} from '../recipe/types';
import {directory, file, type Node, symlink, type Tree} from '../tree/tree';
import {filesOf} from './files';

export const SHADOW = 'etc/shadow';

type Repairs = Pick<AlpineRecipe, 'reset' | 'dropUsers'>;

/**
 * The files of some packages with the owners and modes of the package database, from the disk or from the repairs.
 * Throws with every path whose SHA-1 is not the one the database records.
 */
export async function ownedTree(
  disk: string,
  packages: readonly InstalledPackage[],
  repairs: Repairs = {reset: [], dropUsers: []},
): Promise<Tree> {
  const reset = filesOf(repairs.reset);
  const tree: Tree = new Map();
  const wrong: string[] = [];
  for (const owned of packages.flatMap(({paths}) => paths)) {
    const node = reset.get(owned.path) ?? (await nodeOf(disk, owned, repairs));
    tree.set(owned.path, {...node, mode: owned.mode, uid: owned.uid, gid: owned.gid});
    if (owned.sha1 !== null && sha1Of(node) !== owned.sha1) wrong.push(owned.path);
  }
  if (wrong.length > 0) {
    throw new Error(`Alpine: these files differ from what the package database records: ${wrong.join(', ')}`);
  }
  return tree;
}

async function nodeOf(disk: string, owned: OwnedPath, {dropUsers}: Repairs): Promise<Node> {
  if (owned.kind === 'directory') return directory();
  const at = join(disk, owned.path);
  if ((await lstat(at)).isSymbolicLink()) return symlink(await readlink(at));
  const bytes = await readFile(at);
  return file(isAccounts(owned.path) ? packagedAccounts(owned.path, bytes, dropUsers) : bytes);
}

function isAccounts(path: string): boolean {
  return ['etc/passwd', 'etc/group', SHADOW].includes(path);
}

/** Takes back what later packages and the first boot did to a list of accounts. */
function packagedAccounts(path: string, bytes: Buffer, dropped: readonly string[]): string {
  const lines = bytes.toString().split('\n');
  const kept = lines.filter((line) => !dropped.some((name) => line.startsWith(`${name}:`))).join('\n');
  return path === SHADOW ? kept.replace(/^root:\*:/, 'root::') : kept;
}

function sha1Of({content, target}: Node): string {
  const bytes = Buffer.isBuffer(content) ? content : (target ?? '');
  return createHash('sha1').update(bytes).digest('base64');
}

import {
  chmod,
  chown,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  symlink,
  writeFile,
} from 'node:fs/promises';
import {join} from 'node:path';
import {EPOCH, type Node, type Tree} from './tree';

/** Reads a directory of this machine, all owned by root and dated EPOCH; files stay on disk until they are written. */
export async function readDirectory(root: string): Promise<Tree> {
  const tree: Tree = new Map();
  const visit = async (below: string): Promise<void> => {
    const entries = await readdir(join(root, below), {withFileTypes: true});
    for (const entry of entries) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      const at = join(root, path);
      const base = {uid: 0, gid: 0, mtime: EPOCH};
      if (entry.isDirectory()) {
        tree.set(path, {...base, type: 'directory', mode: 0o755});
        await visit(path);
      } else if (entry.isSymbolicLink()) {
        tree.set(path, {...base, type: 'symlink', mode: 0o777, target: await readlink(at)});
      } else if (entry.isFile()) {
        const {size, mode} = await lstat(at);
        tree.set(path, {...base, type: 'file', mode: mode & 0o777, content: {file: at, size}});
      } else {
        throw new Error(`${at}: neither a file, a directory nor a symlink`);
      }
    }
  };
  await visit('');
  return tree;
}

/** Writes a tree below an existing directory with its modes and owners; needs root. */
export async function writeDirectory(tree: Tree, root: string): Promise<void> {
  const paths = [...tree.keys()].sort();
  for (const path of paths) {
    const node = tree.get(path);
    if (node) await writeNode(node, join(root, path), root);
  }
}

async function writeNode(node: Node, at: string, root: string): Promise<void> {
  await mkdir(join(at, '..'), {recursive: true});
  if (node.type === 'symlink') {
    await symlink(node.target ?? '', at);
    return;
  }
  if (node.type === 'link') {
    await link(join(root, node.target ?? ''), at);
    return;
  }
  if (node.type === 'directory') await mkdir(at, {recursive: true});
  else await writeFile(at, await contentOf(node));
  await chown(at, node.uid, node.gid);
  await chmod(at, node.mode);
}

/** Bytes of a file node, read from this machine if they are still there only. */
async function contentOf(node: Node): Promise<Buffer> {
  const {content} = node;
  if (content === undefined) return Buffer.alloc(0);
  return Buffer.isBuffer(content) ? content : readFile(content.file);
}

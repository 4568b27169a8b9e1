/** One file of an image. Times are clamped when the tree is written, so that only bytes, owners and modes decide. */
export interface Node {
  type: 'file' | 'directory' | 'symlink' | 'link';
  mode: number;
  uid: number;
  gid: number;
  /** Seconds since 1970. */
  mtime: number;
  /** Bytes of a file, or where on this machine they are. */
  content?: Buffer | {file: string; size: number};
  /** Text of a symlink; path in the tree of a hard link. */
  target?: string;
}

/** Path without leading or trailing slash ("" is never a key) to what is there. */
export type Tree = Map<string, Node>;

/** 1 January 2026: nothing in an image is younger, so that two machines write the same bytes. */
export const EPOCH = 1_767_225_600;

type Owned = Partial<Pick<Node, 'mode' | 'uid' | 'gid'>>;

/** A file of root, readable by all, unless `owned` says otherwise. */
export function file(content: string | Buffer, owned: Owned = {}): Node {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {type: 'file', mode: 0o644, uid: 0, gid: 0, mtime: EPOCH, content: bytes, ...owned};
}

/** A directory of root that all may enter, unless `owned` says otherwise. */
export function directory(owned: Owned = {}): Node {
  return {type: 'directory', mode: 0o755, uid: 0, gid: 0, mtime: EPOCH, ...owned};
}

/** @param target - As it is written: relative ones are kept */
export function symlink(target: string): Node {
  return {type: 'symlink', mode: 0o777, uid: 0, gid: 0, mtime: EPOCH, target};
}

/** Makes the key of a tree out of any spelling of a path ("./usr/", "/usr"). */
export function key(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}

/** Later trees win, as later layers do. */
export function merge(...trees: readonly Tree[]): Tree {
  return new Map(trees.flatMap((tree) => [...tree]));
}

/** The part of a tree that `keep` names, under other paths if it returns other ones. */
export function select(tree: Tree, keep: (path: string, node: Node) => string | undefined): Tree {
  const kept: Tree = new Map();
  for (const [path, node] of tree) {
    const at = keep(path, node);
    if (at !== undefined) kept.set(key(at), node);
  }
  return kept;
}

/** Bytes of a file of the tree that were read into memory. Throws if there is no such file. */
export function bytesOf(tree: Tree, path: string): Buffer {
  const content = tree.get(key(path))?.content;
  if (!Buffer.isBuffer(content))
    throw new Error(`${path}: expected a file with bytes in this package, found none`);
  return content;
}

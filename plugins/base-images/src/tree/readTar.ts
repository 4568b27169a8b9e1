import {type Readable} from 'node:stream';
import {buffer} from 'node:stream/consumers';
import {extract} from 'tar-stream';
import {key, type Node, type Tree} from './tree';

const TYPES: Readonly<Record<string, Node['type']>> = {
  file: 'file',
  'contiguous-file': 'file',
  directory: 'directory',
  symlink: 'symlink',
  link: 'link',
};

/** Reads a whole uncompressed tar stream into memory. Throws on an entry that no image of ours may hold (devices, fifos). */
export async function readTar(stream: Readable): Promise<Tree> {
  const tree: Tree = new Map();
  const entries = extract();
  stream.on('error', (error) => {
    entries.destroy(error);
  });
  stream.pipe(entries);
  for await (const entry of entries) {
    const {header} = entry;
    const type = TYPES[header.type];
    if (!type) throw new Error(`${header.name}: a tar entry of type ${header.type} cannot go into a base`);
    const content = await buffer(entry);
    const path = key(header.name);
    if (path === '') continue;
    tree.set(path, {
      type,
      mode: header.mode & 0o7777,
      uid: header.uid,
      gid: header.gid,
      mtime: Math.floor(header.mtime.getTime() / 1000),
      ...(type === 'file' && {content}),
      ...(type === 'symlink' && {target: header.linkname}),
      ...(type === 'link' && {target: key(header.linkname)}),
    });
  }
  return tree;
}

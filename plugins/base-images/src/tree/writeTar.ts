import {createHash} from 'node:crypto';
import {createReadStream, createWriteStream, readFileSync} from 'node:fs';
import {PassThrough} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {pack, type Pack} from 'tar-stream';
import {directory, EPOCH, type Node, type Tree} from './tree';

/** Bytes read at a time. A smaller file is read whole, at once: of thousands, a stream of each costs four times as much. */
const CHUNK = 1 << 20;

/** What tar-stream needs to know of an entry; the rest has its default. */
type EntryHeader = Parameters<Pack['entry']>[0];

export interface WrittenTar {
  /** sha256: of the uncompressed tar, which is the diff id of a layer. */
  digest: string;
  /** Bytes. */
  size: number;
}

/**
 * Writes a tree as a layer: every parent directory named once, paths in byte order, no user names, no time after EPOCH.
 * The same tree always gives the same bytes.
 */
export async function writeTar(tree: Tree, destination: string): Promise<WrittenTar> {
  const archive = pack();
  const written = writeHashed(archive, destination);
  const feeding = feed(archive, ordered(withParents(tree))).catch((error: unknown) => {
    archive.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  });
  const [result] = await Promise.all([written, feeding]);
  return result;
}

/** Drains a stream into a file and returns its digest and size. */
export async function writeHashed(stream: Pack, destination: string): Promise<WrittenTar> {
  const hash = createHash('sha256');
  let size = 0;
  const meter = new PassThrough({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(stream, meter, createWriteStream(destination));
  return {digest: `sha256:${hash.digest('hex')}`, size};
}

/** The tree with every directory that its paths imply, all of them as a package would have them. */
export function withParents(tree: Tree): Tree {
  const whole: Tree = new Map(tree);
  for (const path of tree.keys()) {
    for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
      const parent = path.slice(0, cut);
      if (!whole.has(parent)) whole.set(parent, directory());
    }
  }
  return whole;
}

/** Hard links last: an extractor needs what they point to. */
function ordered(tree: Tree): [string, Node][] {
  const rank = (node: Node) => (node.type === 'link' ? 1 : 0);
  return [...tree].sort(
    ([a, x], [b, y]) => rank(x) - rank(y) || Buffer.compare(Buffer.from(a), Buffer.from(b)),
  );
}

async function feed(archive: Pack, nodes: readonly [string, Node][]): Promise<void> {
  for (const [path, node] of nodes) {
    const header = headerOf(path, node);
    const {content} = node;
    if (content === undefined || Buffer.isBuffer(content)) {
      await addBytes(archive, header, content);
    } else if (content.size < CHUNK) {
      await addBytes(archive, header, readFileSync(content.file));
    } else {
      await addStream(archive, {...header, size: content.size}, content.file);
    }
  }
  archive.finalize();
}

function headerOf(path: string, node: Node): EntryHeader {
  return {
    name: node.type === 'directory' ? `${path}/` : path,
    type: node.type,
    mode: node.mode,
    uid: node.uid,
    gid: node.gid,
    mtime: new Date(Math.min(node.mtime, EPOCH) * 1000),
    ...(node.target !== undefined && {linkname: node.target}),
  };
}

function addBytes(archive: Pack, header: EntryHeader, bytes: Buffer | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error?: Error | null) => {
      if (error) reject(error);
      else resolve();
    };
    if (header.type === 'file') archive.entry(header, bytes ?? Buffer.alloc(0), done);
    else archive.entry({...header, size: 0}, done);
  });
}

/** Adds one entry whose bytes are a file of this machine; `header.size` must be its size. */
export async function addStream(archive: Pack, header: EntryHeader, source: string): Promise<void> {
  await pipeline(createReadStream(source, {highWaterMark: CHUNK}), archive.entry(header));
}

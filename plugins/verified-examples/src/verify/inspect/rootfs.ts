import {createHash} from 'node:crypto';
import {open} from 'node:fs/promises';
import path from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {extract, type Header} from 'tar-stream';

export interface RootfsEntry {
  type: 'file' | 'directory' | 'symlink' | 'other';
  size: number;
  /** Permission bits with setuid, setgid and sticky. */
  mode: number;
  uid: number;
  gid: number;
  /** Target of a symbolic link. */
  target: string | undefined;
  /** First four bytes of a file. */
  magic: string;
  /** Content, of files that {@link readRootfs} was asked to keep. */
  content: Buffer | undefined;
}

/** An image's root file system, as an index over its tar stream. Paths are absolute. */
export class Rootfs {
  constructor(readonly entries: ReadonlyMap<string, RootfsEntry>) {}

  /** Follows symbolic links in every component, as the kernel would. */
  resolve(file: string): string | undefined {
    let todo = file.split('/').filter((part) => part !== '');
    let at = '/';
    for (let links = 0; todo.length > 0;) {
      const [part = '', ...rest] = todo;
      const next = path.posix.join(at, part);
      const entry = this.entries.get(next);
      if (entry?.type === 'symlink' && entry.target !== undefined) {
        if (++links > 40) return undefined;
        if (entry.target.startsWith('/')) at = '/';
        todo = [...entry.target.split('/').filter((step) => step !== ''), ...rest];
      } else {
        at = next;
        todo = rest;
      }
    }
    return this.entries.has(at) || at === '/' ? at : undefined;
  }

  get(file: string): RootfsEntry | undefined {
    const resolved = this.resolve(file);
    return resolved === undefined ? undefined : this.entries.get(resolved);
  }

  text(file: string): string | undefined {
    return this.get(file)?.content?.toString('utf8');
  }
}

interface ReadRequest {
  /** Whether to keep a file's content; asked by its absolute path in the tar. */
  keep: (file: string, size: number) => boolean;
  /** Base name of a program to save in a folder of this machine, wherever it lies. */
  save?: {name: string; folder: string} | undefined;
}

/**
 * Reads a root file system from a tar stream, once, without unpacking it.
 *
 * @returns The index, and each saved program by its path in the image
 */
export async function readRootfs(
  tar: AsyncIterable<Uint8Array>,
  {keep, save}: ReadRequest,
): Promise<{rootfs: Rootfs; saved: Map<string, SavedFile>}> {
  const entries = new Map<string, RootfsEntry>();
  const saved = new Map<string, SavedFile>();
  const unpack = extract();
  const pump = pipeline(Readable.from(tar), unpack);
  // A broken stream ends the loop below first; the rejection is met at the end.
  pump.catch(() => undefined);
  for await (const entry of unpack) {
    const {header} = entry;
    const file = absolute(header.name);
    const wanted = header.type === 'file' && keep(file, header.size);
    const program = save !== undefined && header.type === 'file' && path.posix.basename(file) === save.name;
    const chunks: Buffer[] = [];
    let magic = '';
    if (program) {
      const copy = path.join(save.folder, `${saved.size}-${save.name}`);
      saved.set(file, {file: copy, ...(await copyTo(entry as AsyncIterable<Buffer>, copy))});
    } else {
      for await (const chunk of entry as AsyncIterable<Buffer>) {
        if (magic === '') magic = chunk.subarray(0, 4).toString('latin1');
        if (wanted) chunks.push(chunk);
      }
    }
    entries.set(file, {...factsOf(header), magic, content: wanted ? Buffer.concat(chunks) : undefined});
  }
  await pump;
  linkHardLinks(entries);
  return {rootfs: new Rootfs(entries), saved};
}

export interface SavedFile {
  file: string;
  size: number;
  /** 64 hex digits. */
  sha256: string;
}

async function copyTo(entry: AsyncIterable<Buffer>, file: string): Promise<{size: number; sha256: string}> {
  const hash = createHash('sha256');
  let size = 0;
  const copy = await open(file, 'w', 0o755);
  try {
    for await (const chunk of entry) {
      hash.update(chunk);
      size += chunk.length;
      await copy.write(chunk);
    }
  } finally {
    await copy.close();
  }
  return {size, sha256: hash.digest('hex')};
}

function absolute(name: string): string {
  return path.posix.join('/', name).replace(/(?<=.)\/$/, '');
}

function factsOf(header: Header): Omit<RootfsEntry, 'magic' | 'content'> {
  const {type, mode, uid, gid, size} = header;
  return {
    type: typeOf(header),
    size,
    mode: mode & 0o7777,
    uid,
    gid,
    target: type === 'link' || type === 'symlink' ? header.linkname : undefined,
  };
}

function typeOf({type}: Header): RootfsEntry['type'] {
  if (type === 'file' || type === 'link') return 'file';
  return type === 'directory' || type === 'symlink' ? type : 'other';
}

/** A hard link is the file it names; it adds no bytes. */
function linkHardLinks(entries: Map<string, RootfsEntry>) {
  for (const [file, entry] of entries) {
    if (entry.type !== 'file' || entry.target === undefined) continue;
    const original = entries.get(absolute(entry.target));
    if (original !== undefined) entries.set(file, {...original, size: 0, target: undefined});
  }
}

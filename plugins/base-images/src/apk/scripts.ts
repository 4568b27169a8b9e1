import {Readable} from 'node:stream';
import {buffer} from 'node:stream/consumers';
import {gunzipSync, gzipSync} from 'node:zlib';
import {pack} from 'tar-stream';
import {readTar} from '../tree/readTar';
import {EPOCH, type Node, type Tree} from '../tree/tree';
import type {InstalledPackage} from './database';

/** Scripts of one package: type ("post-install", "trigger", …) to text. */
export async function scriptsOf(archive: Buffer, of: InstalledPackage): Promise<Map<string, Buffer>> {
  const scripts = new Map<string, Buffer>();
  for (const [name, {content}] of await read(archive)) {
    const type = belongs(name, of) ? name.slice(name.lastIndexOf('.') + 1) : undefined;
    if (type !== undefined && Buffer.isBuffer(content)) scripts.set(type, content);
  }
  return scripts;
}

/** Keeps the scripts of some packages in apk's scripts.tar.gz. */
export async function cutScripts(archive: Buffer, packages: readonly InstalledPackage[]): Promise<Buffer> {
  const scripts = [...(await read(archive))].filter(([name]) => packages.some((one) => belongs(name, one)));
  const tar = pack();
  for (const [name, node] of scripts) tar.entry(header(name, node), node.content as Buffer);
  tar.finalize();
  return gzipSync(await buffer(tar));
}

function read(archive: Buffer): Promise<Tree> {
  return readTar(Readable.from([gunzipSync(archive)]));
}

/** Named `<package>-<version>.<checksum>.<type>`. */
function belongs(name: string, {name: owner, version}: InstalledPackage): boolean {
  return name.startsWith(`${owner}-${version}.`);
}

function header(name: string, {mode}: Node): {name: string; mode: number; mtime: Date} {
  return {name, mode, mtime: new Date(EPOCH * 1000)};
}

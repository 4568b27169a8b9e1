import {createReadStream} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {call, type Cli} from '../cli/cli';
import {labels, type RunIdentity} from '../identity';
import type {Containers} from '../run/containers';

const CREATE_MS = 60_000;
const EXPORT_MS = 15 * 60_000;

/**
 * The root file system, by exporting a container that never ran; with Podman that is the image as it is. It goes through a
 * file: podman opens /dev/stdout by name, which fails when that is a socket, as the pipes of Node are.
 */
export async function* exportRootfs(
  cli: Cli,
  containers: Containers,
  {ref, identity, signal}: {ref: string; identity: RunIdentity; signal: AbortSignal},
): AsyncGenerator<Uint8Array> {
  const marks = labels(identity).flatMap((label) => ['--label', label]);
  // An image may have no command, and none is run: the name only has to be there.
  const create = ['create', '--pull', 'never', '--network', 'none', ...marks, ref, '/none'];
  const directory = await mkdtemp(join(tmpdir(), 'cgo-field-guide-export-'));
  const file = join(directory, 'rootfs.tar');
  let id: string | undefined;
  try {
    id = (await call(cli, create, {signal, timeoutMs: CREATE_MS})).trim();
    await call(cli, ['export', '--output', file, id], {signal, timeoutMs: EXPORT_MS});
    yield* createReadStream(file, {signal}) as AsyncIterable<Buffer>;
  } finally {
    await rm(directory, {recursive: true, force: true});
    if (id !== undefined) {
      // The sweep at the end of the run tries again; why the export failed is what counts here.
      await containers.remove(id).catch(() => undefined);
    }
  }
}

import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {call, type Cli} from '../cli/cli';
import {startProcess} from '../process/process';
import {hasImage} from '../image/images';
import {EngineError, type BuildRequest} from '../types';

/** Saving and unpacking a base of some gigabytes. */
const SAVE_MS = 15 * 60_000;

interface LayoutBases {
  bases: BuildRequest['bases'];
  remove: () => Promise<void>;
}

/**
 * A remote builder cannot see the images of this engine. Bases that are here are sent to it as OCI layouts, which `docker
 * save` writes from Docker 25 on; all others it pulls by itself. Without a remote builder nothing changes.
 */
export async function layoutBases(cli: Cli, request: BuildRequest): Promise<LayoutBases> {
  if (request.builder === undefined) {
    return {bases: request.bases, remove: () => Promise.resolve()};
  }
  const directory = await mkdtemp(join(tmpdir(), 'cgo-field-guide-layout-'));
  const remove = (): Promise<void> => rm(directory, {recursive: true, force: true});
  try {
    const entries: [string, string][] = [];
    for (const [index, [name, ref]] of Object.entries(request.bases).entries()) {
      entries.push([
        name,
        (await hasImage(cli, ref))
          ? await saveLayout(cli, ref, join(directory, String(index)), request)
          : ref,
      ]);
    }
    return {bases: Object.fromEntries(entries), remove};
  } catch (error) {
    await remove();
    throw error;
  }
}

async function saveLayout(cli: Cli, ref: string, directory: string, {signal}: BuildRequest): Promise<string> {
  const limits = {signal, timeoutMs: SAVE_MS};
  const archive = `${directory}.tar`;
  await call(cli, ['save', '--output', archive, ref], limits);
  const unpacked = await startProcess({
    ...limits,
    argv: [
      'sh',
      '-c',
      'mkdir "$2" && tar -xf "$1" -C "$2" && test -f "$2/index.json"',
      'sh',
      archive,
      directory,
    ],
    onStdout: ignore,
    onStderr: ignore,
  }).ended;
  await rm(archive, {force: true});
  if (unpacked.exit !== 0) {
    throw new EngineError(
      `${ref} cannot be sent to a remote builder: \`docker save\` wrote no OCI layout, which needs Docker 25 or newer`,
    );
  }
  return `oci-layout://${directory}`;
}

function ignore(): void {
  // Only the exit code counts.
}

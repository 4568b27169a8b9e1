import {randomUUID} from 'node:crypto';
import {ask, call, whyFailed} from '../cli/cli';
import {EngineError, type CallOptions, type Shelf} from '../types';
import type {LaunchContext} from './launch';

const CALL_MS = 60_000;

/** Where the volume is while files are put into it. */
const INSIDE = '/files';

/** How Docker, its desktop versions and Podman say that they do not see what is to be mounted. */
const NOT_SEEN = /source path does not exist|no such file or directory|mounts denied|not shared from/i;

export interface ShelveRequest extends CallOptions {
  /** On this machine, with an absolute path that no other machine has. */
  folder: string;
  /** Any image that the engine has; nothing in it is run. */
  image: string;
}

/** Set to `volume`, for example under SELinux: no folder of this machine is mounted, though the engine sees it. */
const SETTING = 'CGO_FIELD_GUIDE_FILES';

/** Whether containers can mount files of this machine: not where the engine is on another, real or virtual. */
export async function seesFiles(
  context: LaunchContext,
  {folder, image, signal}: ShelveRequest,
): Promise<boolean> {
  if (process.env[SETTING] === 'volume') return false;
  return withContainer(context, {signal}, async (create) => {
    const answer = await create(['--mount', `type=bind,source=${folder},target=${INSIDE}`, image]);
    if (answer.exit === 0) return true;
    const why = whyFailed(answer, CALL_MS);
    if (NOT_SEEN.test(why)) return false;
    throw new EngineError(`Cannot tell whether the engine sees files of this machine: ${why}`);
  });
}

/**
 * Gives an engine that sees no files of this machine a folder of them: a volume that is filled by archive (`cp`) and mounted
 * from where the engine keeps it. The sweep removes it.
 */
export async function shelveInVolume(
  context: LaunchContext,
  {folder, image, signal}: ShelveRequest,
): Promise<Shelf> {
  const {cli, labels} = context;
  const limits = {signal, timeoutMs: CALL_MS};
  const volume = `cgo-guide-files-${randomUUID().slice(0, 8)}`;
  await call(cli, ['volume', 'create', ...labelled(labels), volume], limits);
  const at = await call(cli, ['volume', 'inspect', '--format', '{{.Mountpoint}}', volume], limits);
  return {
    path: at.trim(),
    fill: () =>
      withContainer(context, {signal}, async (create, name) => {
        const made = await create(['--volume', `${volume}:${INSIDE}`, image]);
        if (made.exit !== 0) throw new EngineError(`${volume}: ${whyFailed(made, CALL_MS)}`);
        await call(cli, ['cp', `${folder}/.`, `${name}:${INSIDE}`], limits);
      }),
  };
}

type Create = (words: readonly string[]) => ReturnType<typeof ask>;

/** Makes a container that is never started, and removes it. */
async function withContainer<T>(
  {cli, containers, flavour, labels}: LaunchContext,
  {signal}: CallOptions,
  work: (create: Create, name: string) => Promise<T>,
): Promise<T> {
  const name = `cgo-guide-shelf-${randomUUID().slice(0, 8)}`;
  const create: Create = (words) =>
    ask(cli, ['create', '--name', name, '--pull', 'never', ...labelled(labels), ...words, 'nothing'], {
      ...{signal, timeoutMs: CALL_MS, env: flavour.env},
    });
  try {
    return await work(create, name);
  } finally {
    await containers.remove(name);
  }
}

function labelled(labels: readonly string[]): string[] {
  return labels.flatMap((label) => ['--label', label]);
}

import {randomUUID} from 'node:crypto';
import {ask, whyFailed} from '../cli/cli';
import type {CallOptions} from '../types';
import type {LaunchContext} from './launch';

const TAKE_MS = 120_000;

export interface TakeOutRequest extends CallOptions {
  image: string;
  /** Words after `docker`, from the container's name. */
  commands: (name: string) => readonly string[][];
}

/**
 * Makes a container that is never started, so that an engine gives out files of an image by the commands that readers type.
 *
 * @returns Why a command failed, in the engine's words, for example that there is no such file; undefined: none did
 */
export async function takeOut(
  {cli, containers, flavour, labels}: LaunchContext,
  {image, commands, signal}: TakeOutRequest,
): Promise<string | undefined> {
  const name = `cgo-guide-look-${randomUUID().slice(0, 8)}`;
  const create = [
    ...['create', '--name', name, '--pull', 'never'],
    ...labels.flatMap((label) => ['--label', label]),
    image,
  ];
  try {
    for (const args of [create, ...commands(name)]) {
      const answer = await ask(cli, args, {signal, timeoutMs: TAKE_MS, env: flavour.env});
      if (answer.exit !== 0) return whyFailed(answer, TAKE_MS);
    }
    return undefined;
  } finally {
    await containers.remove(name);
  }
}

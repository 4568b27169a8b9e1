import {ask, whyFailed, type Cli} from '../cli/cli';
import {registryError} from '../registry/registryError';
import type {CallOptions} from '../types';

const RESOLVE_MS = 60_000;

/**
 * Digest of a tag by `docker buildx imagetools`, which uses the user's logins and speaks plain HTTP to a registry on this
 * machine. Some versions ignore the format and print a whole table, in which the wanted digest is the first.
 */
export async function resolveWithBuildx(cli: Cli, ref: string, {signal}: CallOptions): Promise<string> {
  const args = ['buildx', 'imagetools', 'inspect', '--format', '{{.Manifest.Digest}}', ref];
  const answer = await ask(cli, args, {signal, timeoutMs: RESOLVE_MS});
  const digest = /sha256:[0-9a-f]{64}/.exec(answer.stdout)?.[0];
  if (answer.exit !== 0 || digest === undefined) {
    throw registryError(ref, whyFailed(answer, RESOLVE_MS));
  }
  return digest;
}

import {cannotRebuild} from '../../../base-images/src';
import {readPins} from '../../../base-images/src/pins';
import {CannotRebuildError} from '../../../base-images/src/types';
import type {Engine} from '../engine/types';
import {RegistryError} from '../engine/types';
import type {World} from '../model/receipt';

export interface WorldRequest {
  asked: 'auto' | World;
  siteDir: string;
  /** Bases that are needed. */
  refs: readonly string[];
  engine: Engine;
  signal: AbortSignal;
}

/**
 * Decides where bases come from. `auto` takes the registry when every base is pinned and a registry answers,
 * else rebuilds; the reasons are part of the error when neither can be.
 *
 * @throws CannotRebuildError or RegistryError
 */
export async function chooseWorld({asked, siteDir, refs, engine, signal}: WorldRequest): Promise<World> {
  if (asked === 'rebuilt') return asked;
  const unpinned = refs.filter((ref) => ref !== 'scratch' && readPins(siteDir)[ref] === undefined);
  if (asked === 'registry') {
    if (unpinned.length === 0) return asked;
    throw new RegistryError(
      `no digest is pinned for ${unpinned.join(', ')}; pin with: npm run verify -- --update-pins`,
    );
  }
  const registry =
    unpinned.length > 0 ? `not pinned: ${unpinned.join(', ')}` : await askRegistry(engine, refs, signal);
  if (registry === undefined) return 'registry';
  const rebuilt = cannotRebuild();
  if (rebuilt === undefined) return 'rebuilt';
  throw new CannotRebuildError(
    [
      'No bases are to be had:',
      `  registry: ${registry}`,
      `  rebuilt: ${rebuilt}`,
      "Pin the registry's digests with: npm run verify -- --update-pins",
    ].join('\n'),
  );
}

/** @returns undefined when a registry answers, else why not */
async function askRegistry(
  engine: Engine,
  refs: readonly string[],
  signal: AbortSignal,
): Promise<string | undefined> {
  const ref = refs.find((one) => one !== 'scratch');
  if (ref === undefined) return undefined;
  try {
    await engine.resolveDigest(ref, {signal});
    return undefined;
  } catch (error) {
    if (error instanceof RegistryError) return error.message;
    throw error;
  }
}

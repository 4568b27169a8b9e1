import {cannotRebuild, SCRATCH} from '../../../base-images/src';
import type {Pins} from '../../../base-images/src/pins';
import {CannotRebuildError} from '../../../base-images/src/types';
import {pullName} from './bases/pullName';
import {RegistryError} from '../engine/types';
import type {World} from '../proof/model/receipt';
import {resolveAll, type Registry} from './pins';

export interface WorldRequest {
  asked: 'auto' | World;
  pins: Pins;
  /** Bases that are needed. */
  refs: readonly string[];
  registry: Registry;
  signal: AbortSignal;
  today: string;
  onProgress: (line: string) => void;
}

/** Where bases come from, and the digests that stand for names there. */
interface ChosenWorld {
  world: World;
  pins: Pins;
}

/**
 * Decides where bases come from. `auto` takes the registry when one answers, else rebuilds. A base that has no
 * pin yet is pinned to the digest its tag has now; a pin that exists is never moved here.
 *
 * @throws RegistryError when the registry was asked for and does not answer
 * @throws CannotRebuildError when neither is to be had, with both reasons
 */
export async function chooseWorld(request: WorldRequest): Promise<ChosenWorld> {
  if (request.asked === 'rebuilt') return {world: 'rebuilt', pins: request.pins};
  if (request.asked === 'registry') return {world: 'registry', pins: await withMissingPins(request)};
  try {
    await answers(request);
    return {world: 'registry', pins: await withMissingPins(request)};
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    const reason = cannotRebuild();
    if (reason === undefined) {
      request.onProgress(`no registry: ${error.message} Bases are rebuilt here.`);
      return {world: 'rebuilt', pins: request.pins};
    }
    throw new CannotRebuildError(
      ['No base image is available:', `  registry: ${error.message}`, `  rebuilt: ${reason}`].join('\n'),
    );
  }
}

/** Asks for one image: enough to know whether the registry is there. */
async function answers({refs, registry, signal}: WorldRequest): Promise<void> {
  const ref = refs.find((one) => one !== SCRATCH);
  if (ref !== undefined) await registry.resolveDigest(pullName(ref), {signal});
}

async function withMissingPins({pins, refs, registry, signal, today}: WorldRequest): Promise<Pins> {
  const missing = refs.filter((ref) => ref !== SCRATCH && pins[ref] === undefined);
  const digests = await resolveAll(registry, missing, signal);
  return {
    ...pins,
    ...Object.fromEntries([...digests].map(([ref, digest]) => [ref, {digest, pinned: today}])),
  };
}

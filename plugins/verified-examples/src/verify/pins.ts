import {readPins, writePins, type Pins} from '../../../base-images/src/pins';
import type {Engine} from '../engine/types';
import type {Proof, Receipt} from '../model/receipt';
import {seal} from '../receipt/seal';
import {mapLimited} from './pool';

const PARALLEL_LOOKUPS = 4;

/** Asks registries for the digest that each name has now. */
export async function resolveAll(
  engine: Engine,
  refs: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const pulled = refs.filter((ref) => ref !== 'scratch');
  const digests = await mapLimited(pulled, PARALLEL_LOOKUPS, (ref) => engine.resolveDigest(ref, {signal}));
  return new Map(pulled.map((ref, index) => [ref, digests[index] ?? '']));
}

/** Pins digests; a pin that stays the same keeps its date. Returns the names whose pin changed. */
export async function updatePins(
  siteDir: string,
  digests: ReadonlyMap<string, string>,
  today: string,
): Promise<string[]> {
  const old = readPins(siteDir);
  const pins: Pins = {...old};
  for (const [ref, digest] of digests) if (old[ref]?.digest !== digest) pins[ref] = {digest, pinned: today};
  await writePins(siteDir, pins);
  return [...digests].flatMap(([ref, digest]) => (old[ref]?.digest === digest ? [] : [ref]));
}

/**
 * The receipt with what registries say now: a registry proof whose base's tag names another digest by now is
 * marked as moved; one whose tag is where it was, no longer.
 *
 * @returns undefined when nothing is to be changed
 */
export function markMoved(
  receipt: Receipt,
  digests: ReadonlyMap<string, string>,
  seen: string,
): Proof[] | undefined {
  const changed = receipt.proofs.flatMap((proof) => {
    if (proof.world !== 'registry') return [];
    const moved = proof.bases.flatMap(({ref, identity}) => {
      const now = digests.get(ref);
      if (now === undefined || now === identity) return [];
      const known = proof.moved.find((one) => one.what === ref && one.to === now);
      return [known ?? {what: ref, from: identity, to: now, seen}];
    });
    const same = moved.length === proof.moved.length && moved.every((one) => proof.moved.includes(one));
    return same ? [] : [seal(receipt.example, {...proof, moved})];
  });
  return changed.length === 0 ? undefined : changed;
}

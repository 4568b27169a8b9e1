import type {Pins} from '../../../base-images/src/pins';
import {pullName} from '../bases/pullName';
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
  const digests = await mapLimited(pulled, PARALLEL_LOOKUPS, (ref) =>
    engine.resolveDigest(pullName(ref), {signal}),
  );
  return new Map(pulled.map((ref, index) => [ref, digests[index] ?? '']));
}

/** Pins digests; a pin that stays the same keeps its date. Pure. */
export function movePins(
  old: Pins,
  digests: ReadonlyMap<string, string>,
  today: string,
): {pins: Pins; changed: string[]} {
  const changed = [...digests].filter(([ref, digest]) => old[ref]?.digest !== digest);
  const moved = changed.map(([ref, digest]) => [ref, {digest, pinned: today}] as const);
  return {pins: {...old, ...Object.fromEntries(moved)}, changed: changed.map(([ref]) => ref)};
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

import {SCRATCH} from '../../../base-images/src/catalogue';
import type {Pins} from '../../../base-images/src/pins';
import {pullName} from './bases/pullName';
import {RegistryError, type Engine} from '../engine/types';
import type {Proof, Receipt} from '../proof/model/receipt';
import {seal} from '../proof/receipt/seal';
import {mapLimited} from '../../../base-images/src/machine/parallel';

const PARALLEL_LOOKUPS = 4;

/** A tag that is no longer where it was pinned. */
export interface MovedTag {
  ref: string;
  from: string;
  to: string;
}

/** What is asked of registries. */
export type Registry = Pick<Engine, 'resolveDigest'>;

/** Asks for each tag once, whoever wants to know it: the answer is good for the whole run. */
export function askOnce(registry: Registry): Registry {
  const asked = new Map<string, Promise<string>>();
  return {
    resolveDigest(ref, options) {
      const answer = asked.get(ref) ?? registry.resolveDigest(ref, options);
      asked.set(ref, answer);
      return answer;
    },
  };
}

/**
 * Asks registries for the digest that each name has now.
 *
 * @throws RegistryError naming every image that a registry does not have; at once, when one cannot be asked
 */
export async function resolveAll(
  registry: Registry,
  refs: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const pulled = refs.filter((ref) => ref !== SCRATCH);
  const missing: string[] = [];
  const digests = await mapLimited(pulled, PARALLEL_LOOKUPS, async (ref) => {
    try {
      return [[ref, await registry.resolveDigest(pullName(ref), {signal})] as const];
    } catch (error) {
      if (!(error instanceof RegistryError && error.missing)) throw error;
      missing.push(error.message);
      return [];
    }
  });
  if (missing.length > 0) throw new RegistryError(missing.sort().join('\n'), true);
  return new Map(digests.flat());
}

/** Pins that the tags they were made from have left. Pure. */
export function movedTags(pins: Pins, digests: ReadonlyMap<string, string>): MovedTag[] {
  return [...digests].flatMap(([ref, to]) => {
    const from = pins[ref]?.digest;
    return from === undefined || from === to ? [] : [{ref, from, to}];
  });
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
    // A builder of two platforms is one tag.
    const bases = new Map(proof.bases.map((base) => [base.ref, base]));
    const moved = [...bases.values()].flatMap(({ref, identity}) => {
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

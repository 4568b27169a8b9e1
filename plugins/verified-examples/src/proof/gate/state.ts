import type {Example} from '../../example/collect/example';
import {checkProof} from '../expect/proof';
import {keyOf, keyParts, type BaseIdentity} from '../keys/key';
import {platformsOf} from '../../example/model/platforms';
import type {KeyParts, Proof, World} from '../model/receipt';
import type {ReadReceipt} from '../receipt/read';

/** The first three may be published; the last three appear in development only. */
export type State = 'verified' | 'moved' | 'expired' | 'stale' | 'failed' | 'missing';

/** Worlds in the order in which a page prefers them. */
const WORLDS: readonly World[] = ['registry', 'rebuilt'];

/** What can be said of one variant of an example on one platform. */
export interface Standing {
  example: Example;
  variant: string;
  platform: string;
  state: State;
  /** Whole sentences; empty when verified. */
  reasons: string[];
  /** The proof a page shows; undefined unless the state may be published. */
  proof: Proof | undefined;
  /** The last proof that is recorded, when it may not be published. */
  outdated?: Proof | undefined;
}

export const PUBLISHABLE: ReadonlySet<State> = new Set<State>(['verified', 'moved', 'expired']);

interface StandingOptions {
  identity: BaseIdentity;
  now: Date;
  expiresAfterDays: number;
}

/** The state of every variant and platform of an example, from the bytes on disk and its receipt. Pure. */
export function standingsOf(example: Example, read: ReadReceipt, options: StandingOptions): Standing[] {
  return Object.keys(example.manifest.variants).flatMap((variant) =>
    platformsOf(example.manifest, variant).map((platform) =>
      standingOf(example, variant, platform, read, options),
    ),
  );
}

function standingOf(
  example: Example,
  variant: string,
  platform: string,
  read: ReadReceipt,
  options: StandingOptions,
): Standing {
  const base = {example, variant, platform};
  if (read.refused !== undefined) {
    return {...base, state: 'failed', reasons: [`The receipt ${read.refused}.`], proof: undefined};
  }
  const unproved: string[] = [];
  const broken: string[] = [];
  let outdated: Proof | undefined;
  for (const world of WORLDS) {
    const proof = read.receipt?.proofs.find(
      (candidate) =>
        candidate.variant === variant && candidate.platform === platform && candidate.world === world,
    );
    const result = keyParts({example, variant, platform, world}, options.identity);
    if (proof === undefined) continue;
    outdated ??= proof;
    if ('unknownBases' in result) {
      unproved.push(
        `The ${world} proof rests on bases that have no identity now: ${result.unknownBases.join(', ')}.`,
      );
      continue;
    }
    if (proof.key !== keyOf(result.parts)) {
      unproved.push(
        `${whatChanged(proof.keyParts, result.parts).join('; ')}, after the ${world} proof of ${day(proof.provedAt)}.`,
      );
      continue;
    }
    const mismatches = checkProof(example, proof);
    if (mismatches.length > 0) {
      const [first] = mismatches;
      const of = first?.scenario === null ? '' : ` of scenario ${first?.scenario ?? ''}`;
      // One world never invalidates the other: a good proof of the next is enough.
      broken.push(
        `The ${world} proof does not hold: ${first?.what ?? ''}${of}: expected ${first?.expected ?? ''}, got ${first?.got ?? ''}.`,
      );
      continue;
    }
    return {...base, ...publishable(proof, options), proof};
  }
  if (broken.length > 0)
    return {...base, state: 'failed', reasons: [...broken, ...unproved], proof: undefined, outdated};
  if (unproved.length > 0) return {...base, state: 'stale', reasons: unproved, proof: undefined, outdated};
  return {...base, state: 'missing', reasons: ['There is no proof.'], proof: undefined};
}

function publishable(
  proof: Proof,
  {now, expiresAfterDays}: StandingOptions,
): {state: State; reasons: string[]} {
  if (proof.moved.length > 0) {
    const reasons = proof.moved.map(
      ({what, from, to, seen}) => `Upstream moved, seen ${day(seen)}: ${what} was ${from}, is ${to}.`,
    );
    return {state: 'moved', reasons};
  }
  const age = dayNumber(now.getTime()) - dayNumber(Date.parse(proof.provedAt));
  if (age > expiresAfterDays) {
    return {
      state: 'expired',
      reasons: [`Proved ${age} days ago; a proof counts for ${expiresAfterDays} days.`],
    };
  }
  return {state: 'verified', reasons: []};
}

/** Names what differs between two keys: files, bases, the manifest, the runner. */
export function whatChanged(from: KeyParts, to: KeyParts): string[] {
  const changes: string[] = [];
  if (from.runner !== to.runner) changes.push(`the runner protocol is ${to.runner}, was ${from.runner}`);
  if (from.manifest !== to.manifest) changes.push('example.yaml changed');
  const maps = [
    ['', from.context, to.context],
    ['', from.fixtures, to.fixtures],
    ['base ', from.bases, to.bases],
  ] as const;
  for (const [kind, before, after] of maps) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (before[name] === after[name]) continue;
      const verb =
        before[name] === undefined ? 'was added' : after[name] === undefined ? 'was removed' : 'changed';
      changes.push(`${kind}${name} ${verb}`);
    }
  }
  return changes;
}

/** Proofs expire between days (UTC), so that all pages of one day, cached ones too, say the same. */
function dayNumber(milliseconds: number): number {
  return Math.floor(milliseconds / 86_400_000);
}

function day(moment: string): string {
  return moment.slice(0, 10);
}

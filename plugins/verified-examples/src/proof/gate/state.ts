import type {Example} from '../../example/collect/example';
import {checkProof} from '../expect/proof';
import {keyOf, keyParts, type BaseIdentity} from '../keys/key';
import {platformsOf} from '../../example/model/platforms';
import type {Proof, World} from '../model/receipt';
import type {ReadReceipt} from '../receipt/read';
import {changesBetween, type Crlf} from './changes';

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
  /** It is stale by CRLF line ends, and by them `only`: then restoring the files makes it fresh. */
  crlf?: Crlf | undefined;
}

/** How far ahead of this machine's clock another one may be, time zones not being in it. */
const DAY_MS = 86_400_000;

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
  const lineEnds = new Set<Crlf | undefined>();
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
      lineEnds.add(undefined);
      continue;
    }
    if (proof.key !== keyOf(result.parts)) {
      const changes = changesBetween(proof.keyParts, result.parts, example);
      unproved.push(`${changes.said.join('; ')}, after the ${world} proof of ${day(proof.provedAt)}.`);
      lineEnds.add(changes.crlf);
      continue;
    }
    if (Date.parse(proof.provedAt) > options.now.getTime() + DAY_MS) {
      broken.push(
        `The ${world} proof is dated ${day(proof.provedAt)}, and today is ${day(options.now.toISOString())}: a clock was wrong.`,
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
  if (unproved.length > 0)
    return {...base, state: 'stale', reasons: unproved, proof: undefined, outdated, crlf: crlfOf(lineEnds)};
  return {...base, state: 'missing', reasons: ['There is no proof.'], proof: undefined};
}

/** Of the proofs of both worlds together. */
function crlfOf(lineEnds: ReadonlySet<Crlf | undefined>): Crlf | undefined {
  if (lineEnds.has('only')) return lineEnds.size === 1 ? 'only' : 'also';
  return lineEnds.has('also') ? 'also' : undefined;
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
  const age = ageInDays(proof.provedAt, now);
  if (age > expiresAfterDays) {
    return {
      state: 'expired',
      reasons: [`Proved ${age} days ago; a proof counts for ${expiresAfterDays} days.`],
    };
  }
  return {state: 'verified', reasons: []};
}

/** Whole days from a proof to now. */
export function ageInDays(provedAt: string, now: Date): number {
  return dayNumber(now.getTime()) - dayNumber(Date.parse(provedAt));
}

/** Proofs expire between days (UTC), so that all pages of one day, cached ones too, say the same. */
function dayNumber(milliseconds: number): number {
  return Math.floor(milliseconds / DAY_MS);
}

function day(moment: string): string {
  return moment.slice(0, 10);
}

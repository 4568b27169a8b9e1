import type {Standing} from '../../../verified-examples/src/proof/gate/state';
import {shortAddress} from '../model';
import {momentOf, urnOf, type Change} from './change';

const DAY_MS = 86_400_000;

/** What of a standing is read here. */
export type Stood = Pick<Standing, 'state'> & {
  example: {id: string; manifest: {title: string}};
  proof: Pick<NonNullable<Standing['proof']>, 'provedAt' | 'moved'> | undefined;
};

/**
 * What time and others did to proofs, as of this build: for each example the days on which its upstream was seen to have
 * moved, and the day on which its oldest proof expired. It is gone when the example was proved again.
 *
 * @param expiresAfterDays - How long a proof counts, as the gate has it
 */
export function changesOfStandings(standings: readonly Stood[], expiresAfterDays: number): Change[] {
  const changes = new Map<string, Change>();
  for (const standing of standings) {
    for (const change of [...movedOf(standing), ...expiredOf(standing, expiresAfterDays)]) {
      const known = changes.get(change.id);
      changes.set(change.id, known === undefined ? change : {...known, why: joined(known.why, change.why)});
    }
  }
  return [...changes.values()];
}

function movedOf({example, state, proof}: Stood): Change[] {
  if (state !== 'moved') return [];
  return (proof?.moved ?? []).map(({what, from, to, seen}) => {
    const day = seen.slice(0, 10);
    return {
      ...subject(example),
      id: urnOf('upstream', example.id, day),
      on: momentOf(day),
      kind: 'upstream',
      why: `${what} was ${from}, is ${to}.`,
    };
  });
}

function expiredOf({example, state, proof}: Stood, expiresAfterDays: number): Change[] {
  if (state !== 'expired' || proof === undefined) return [];
  // The gate counts whole days between dates: it expires when one more than these have begun.
  const day = new Date(Date.parse(proof.provedAt.slice(0, 10)) + (expiresAfterDays + 1) * DAY_MS);
  const on = day.toISOString().slice(0, 10);
  return [
    {
      ...subject(example),
      id: urnOf('expired', example.id, on),
      on: momentOf(on),
      kind: 'expired',
      // The gate's own reason counts the days until this build; what is said in a feed must stay true.
      why: `Proved on ${proof.provedAt.slice(0, 10)}; a proof counts for ${expiresAfterDays} days.`,
    },
  ];
}

function subject({id, manifest}: Stood['example']): Pick<Change, 'title' | 'address' | 'example'> {
  return {title: manifest.title, address: shortAddress({kind: 'x', id}), example: id};
}

/** Variants of an example mostly say the same. */
function joined(known: string | null, more: string | null): string | null {
  if (known === null || more === null) return known ?? more;
  return known.includes(more) ? known : `${known} ${more}`;
}

import {nearest} from '../../../verified-examples/src/nearest';
import type {Problem} from '../../../verified-examples/src/problems';
import {shortOf} from '../ledger/address';
import type {Entry, Published} from '../model';
import {momentOf, urnOf, type Change} from './change';

/** Name of the ledger in problem reports. */
export const LEDGER = 'ledger/published.ndjson';

/**
 * What the ledger says has happened, a change an entry, in its order. Errata have a file of their own: a correction that
 * the ledger has must be in it, and is not repeated here.
 *
 * @param errata - Ids of all errata
 * @param problems - Entries that name what was never published, by their line in the ledger
 */
export function changesOfLedger(
  entries: readonly Entry[],
  errata: readonly string[],
  problems: Problem[],
): Change[] {
  const published = new Map<string, Published>();
  return entries.flatMap((entry, index) => {
    const report = (message: string) => {
      problems.push({file: LEDGER, line: index + 1, message});
    };
    if (entry.event === 'corrected') {
      if (!errata.includes(entry.erratum)) report(unknownErratum(entry.erratum, errata));
      return [];
    }
    if (entry.event === 'published') {
      const before = published.get(shortOf(entry.address));
      published.set(entry.address, entry).set(shortOf(entry.address), entry);
      return [changeOf(entry, entry, before === undefined ? 'published' : 'revised', entry.why ?? null)];
    }
    const of = published.get(entry.address);
    if (of === undefined) {
      report(`${entry.address} was never published, and this line says that it was ${entry.event}`);
      return [];
    }
    return [changeOf(entry, of, entry.event, whyOf(entry))];
  });
}

type Told = Exclude<Entry, {event: 'corrected'}>;

function changeOf(entry: Told, of: Published, kind: Change['kind'], why: string | null): Change {
  return {
    id: urnOf(entry.chain),
    on: momentOf(entry.on),
    kind,
    title: of.title,
    address: entry.event === 'moved' ? entry.to : entry.address,
    example: of.example,
    why,
  };
}

function whyOf(entry: Exclude<Told, Published>): string | null {
  switch (entry.event) {
    case 'withdrawn':
      return entry.why;
    case 'moved':
      return `${entry.address} leads to ${entry.to} from now on.`;
    case 'proved':
      return `Proved again on ${entry.provedAt.slice(0, 10)}; what is shown is the same.`;
  }
}

function unknownErratum(id: string, errata: readonly string[]): string {
  const near = nearest(id, errata);
  return `the erratum "${id}" is not in errata.yaml, where none may go${near === undefined ? '' : `; the nearest is "${near}"`}`;
}

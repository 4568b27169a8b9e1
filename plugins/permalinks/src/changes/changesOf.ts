import {ProblemsError, type Problem} from '../../../verified-examples/src/problems';
import type {Entry} from '../model';
import {momentOf, urnOf, type Change} from './change';
import type {Erratum} from './erratum';
import {changesOfLedger} from './fromLedger';
import {changesOfStandings, type Stood} from './fromStandings';

/** What changes are read from. */
export interface Sources {
  /** The ledger, in its order. */
  entries: readonly Entry[];
  /** What the gate says as of this build. */
  standings: readonly Stood[];
  errata: readonly Erratum[];
  /** Of verified-examples: how long a proof counts. */
  expiresAfterDays: number;
}

/**
 * All that has happened to what the site shows, newest first; of the same moment, what the ledger has last comes first.
 *
 * @throws ProblemsError with every line of the ledger that names what it, or errata.yaml, does not have
 */
export function changesOf({entries, standings, errata, expiresAfterDays}: Sources): Change[] {
  const problems: Problem[] = [];
  const ids = errata.map(({id}) => id);
  const changes = [
    ...changesOfLedger(entries, ids, problems),
    ...errata.map(correction),
    ...changesOfStandings(standings, expiresAfterDays),
  ];
  if (problems.length > 0)
    throw new ProblemsError(
      'The ledger does not fit what it tells of',
      problems,
      'Restore the ledger and errata.yaml from git: nothing that was published is ever taken out of them.',
    );
  return changes.reverse().sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

function correction({id, on, said, holds, experiment}: Erratum): Change {
  return {
    id: urnOf('erratum', id),
    on: momentOf(on),
    kind: 'corrected',
    title: said,
    address: `/changes#${id}`,
    example: experiment.example,
    why: holds,
  };
}

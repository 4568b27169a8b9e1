import {createHash} from 'node:crypto';
import type {Entry, Published} from '../../model';
import type {Erratum} from '../erratum';
import type {Stood} from '../fromStandings';

type Line = Entry extends infer One ? (One extends Entry ? Omit<One, 'chain'> : never) : never;

/** Entries with chains, as the ledger has them. */
export function ledgerOf(...lines: Line[]): Entry[] {
  return lines.map((line, index): Entry => {
    const chain = createHash('sha256')
      .update(`${index}${JSON.stringify(line)}`)
      .digest('hex');
    return {...line, chain};
  });
}

export function published(address: string, on: string, more: Partial<Published> = {}): Line {
  return {
    event: 'published',
    address,
    on,
    key: '0'.repeat(64),
    title: 'exec /app: no such file or directory',
    page: '/fix/exec-no-such-file-or-directory',
    example: 'start-loader',
    provedAt: '2026-11-27T10:00:00Z',
    files: {},
    archives: {},
    ...more,
  };
}

export function stood(state: Stood['state'], moved: NonNullable<Stood['proof']>['moved'] = []): Stood {
  return {
    state,
    example: {id: 'start-loader', manifest: {title: 'A loader that is not there'}},
    proof: {provedAt: '2026-08-01T10:00:00Z', moved},
  };
}

export const ERRATUM: Erratum = {
  id: 'the-second-server',
  on: '2026-11-28',
  page: '/understand/resolvers',
  said: 'Go asks the second server about the second name.',
  holds: 'Go takes the next server for each question.',
  experiment: {example: 'lookup-deadlines', scenario: 'rotate-host'},
};

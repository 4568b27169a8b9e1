import type {ProofView, StageView} from '../../model/views';
import type {State} from '../../../proof/gate/state';

export const STATE_WORDS: Readonly<Record<State, string>> = {
  verified: 'Verified',
  moved: 'Upstream moved',
  expired: 'Expired',
  stale: 'Stale',
  failed: 'Failed',
  missing: 'Missing',
};

/** States that stop a build; in development they must not be overlooked. */
export function isAlarming(state: State): boolean {
  return state === 'stale' || state === 'failed' || state === 'missing';
}

/** @returns "root", "uid 65532", or the name where the image alone does not tell its number */
export function formatUser({user, uid}: Pick<ProofView, 'user' | 'uid'>): string | null {
  if (user === null) return null;
  if (uid === 0 || user === '') return 'root';
  return uid === null ? `user ${user}` : `uid ${uid}`;
}

/** @param version - As in the build info, for example "go1.27.4" */
export function formatGo(version: string): string {
  return version.replace(/^go/, 'Go ');
}

/** @returns Where the bases of a proof came from, for a line of facts */
export function formatProvenance(provenance: ProofView['provenance']): string {
  return provenance === 'rebuilt' ? 'rebuilt bases' : 'bases pulled by digest';
}

/** @returns For example "lines 12–20 of Dockerfile" */
export function formatLines({from, to}: StageView, path: string): string {
  return from === to ? `line ${from} of ${path}` : `lines ${from}–${to} of ${path}`;
}

import type {Entry, Published} from '../model';
import {shortOf} from './address';

/** A published state, and what became of it. */
export interface Revision {
  published: Published & Pick<Entry, 'on'>;
  /** Moments of its proofs, each once, in order. */
  proofs: string[];
  withdrawn?: {on: string; why: string};
  /** The revision that was current before it, most recently. */
  predecessor?: Revision;
  /** The revision that took its place; a state that came back has none. */
  superseded?: {on: string; by: Revision; why?: string};
}

/** All that stood at one short address. */
export interface Subject {
  short: string;
  /** In the order in which they were published. */
  revisions: Revision[];
  /** Of the last entry `published` or `proved`. */
  current: Revision;
  /** Where the short address leads since its example was renamed or is gone; the last entry says it. */
  moved?: {on: string; to: string};
}

/**
 * Reads the history of each short address out of the entries. Takes entries that were checked: what one names that no entry
 * before it published is left out.
 *
 * @returns By short address, in the order of their first publication
 */
export function subjectsOf(entries: readonly Entry[]): Map<string, Subject> {
  const subjects = new Map<string, Subject>();
  const revisions = new Map<string, Revision>();
  for (const entry of entries) {
    if (entry.event === 'corrected') continue;
    const subject = subjects.get(shortOf(entry.address));
    if (entry.event === 'published') {
      const revision: Revision = {published: entry, proofs: [entry.provedAt]};
      revisions.set(entry.address, revision);
      if (subject === undefined) {
        const short = shortOf(entry.address);
        subjects.set(short, {short, revisions: [revision], current: revision});
      } else {
        subject.revisions.push(revision);
        makeCurrent(subject, revision, entry);
      }
      continue;
    }
    if (subject === undefined) continue;
    if (entry.event === 'moved') {
      subject.moved = {on: entry.on, to: entry.to};
      continue;
    }
    const revision = revisions.get(entry.address);
    if (revision === undefined) continue;
    if (entry.event === 'withdrawn') {
      revision.withdrawn = {on: entry.on, why: entry.why};
    } else {
      if (!revision.proofs.includes(entry.provedAt))
        revision.proofs = [...revision.proofs, entry.provedAt].sort();
      makeCurrent(subject, revision, entry);
    }
  }
  return subjects;
}

/**
 * Follows entries `moved` to their end.
 *
 * @returns The last short address or site path; undefined: it did not move, or the way leads round in a circle
 */
export function destinationOf(subjects: ReadonlyMap<string, Subject>, short: string): string | undefined {
  const seen = new Set([short]);
  let to = subjects.get(short)?.moved?.to;
  for (let next = to; next !== undefined; next = subjects.get(next)?.moved?.to) {
    if (seen.has(next)) return undefined;
    seen.add(next);
    to = next;
  }
  return to;
}

function makeCurrent(subject: Subject, revision: Revision, {on, why}: {on: string; why?: string}): void {
  const before = subject.current;
  if (before === revision) return;
  before.superseded = {on, by: revision, ...(why === undefined ? {} : {why})};
  revision.predecessor = before;
  delete revision.superseded;
  subject.current = revision;
}

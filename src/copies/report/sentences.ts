import type {Copy} from '../model';

/** A file that was read, and what was found. */
export interface Found {
  /** As it is named in the report. */
  file: string;
  copy: Copy;
}

/** @returns What became of the revision, a full sentence, for example `Superseded on 2026-12-01 by /x/a@…: why.` */
export function stateSentence({origin}: Copy): string {
  if (origin === null) return 'The index does not have this revision: take a newer one with --index.';
  const {state} = origin;
  switch (state.is) {
    case 'current':
      return 'The revision is current.';
    case 'superseded':
      return `Superseded on ${state.on} by ${state.by}${state.why === null ? '.' : `: ${full(state.why)}`}`;
    case 'moved':
      return `Its example moved to ${state.to}.`;
    case 'withdrawn':
      return `Withdrawn: ${full(state.why)}`;
  }
}

/** @returns From what the file descends, and how near it still is, without a full stop */
export function originSentence(copy: Copy): string {
  const {address, origin, foundBy} = copy;
  const from = origin === null ? address : `${origin.path} of “${origin.title}”, ${address}`;
  return `${foundBy === 'likeness' ? 'Is like' : 'Is from'} ${from}, ${editsOf(copy)}`;
}

function editsOf({same, origin, differences}: Copy): string {
  if (same) return 'unchanged';
  if (origin === null) return 'changed';
  if (differences.length === 0) return 'but for comments and layout unchanged';
  return differences.length === 1 ? 'with 1 edit' : `with ${differences.length} edits`;
}

/** @returns Whether somebody has to look at it: an ignored copy and a current one need nobody */
export function isDue({rule, ignored}: Copy): boolean {
  return rule !== 'copy-current' && ignored === null;
}

function full(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

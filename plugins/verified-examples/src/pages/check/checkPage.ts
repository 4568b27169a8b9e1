import type {ProvedTexts} from './provedTexts';
import {shownTexts, type Shown} from './shownTexts';
import {rankOf, type Kind} from './texts';

/** A text of a built page that must not be published. */
export interface Unproved {
  page: string;
  /** What it is, in words. */
  what: string;
  /** What is wrong with it. */
  problem: string;
  /** Its first line. */
  text: string;
}

export interface Checked {
  /** Code blocks, commands of lists, and matrices by the state they carry. */
  byState: Map<string, number>;
  unproved: Unproved[];
}

const WORDS: Readonly<Record<Kind, string>> = {
  code: 'code block',
  line: 'command',
  matrix: 'matrix',
  measured: 'measured value',
  command: 'command',
  stdout: 'stdout',
  stderr: 'stderr',
  body: 'answer',
};

/**
 * Counts the code blocks and matrices of a built page, and holds every text that it shows as proved against the texts that
 * are.
 *
 * @param html - The page's HTML
 * @param page - Its name in reports
 */
export function checkPage(html: string, page: string, proved: ProvedTexts, checked: Checked): void {
  for (const shown of shownTexts(html)) {
    const {kind, state, text} = shown;
    if (kind === 'code' || kind === 'line' || kind === 'matrix')
      checked.byState.set(state, (checked.byState.get(state) ?? 0) + 1);
    const problem = problemOf(shown, proved);
    const [first = ''] = text.trim().split('\n');
    if (problem !== undefined) checked.unproved.push({page, what: WORDS[kind], problem, text: first});
  }
}

function problemOf({kind, text, example, state}: Shown, proved: ProvedTexts): string | undefined {
  const rank = rankOf(state);
  if (rank === undefined) return `has the state ${state}, which may not be published`;
  const best = proved.stateOf(kind, text, example);
  const owner = example === undefined ? '' : ` of example "${example}"`;
  if (best === undefined) return `says ${state}, but no proof${owner} has this text`;
  return rank < (rankOf(best) ?? rank) ? `says ${state}, but the proof${owner} is ${best}` : undefined;
}

/** @returns One line with the number of blocks of each state, and of texts that are not proved */
export function formatCount({byState, unproved}: Checked): string {
  const states = [...byState]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([state, number]) => `${number} ${state}`);
  return `code blocks: ${states.length === 0 ? 'none' : states.join(', ')}; ${unproved.length} unproved`;
}

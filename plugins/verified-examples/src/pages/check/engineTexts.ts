import {NO_WORDS, wordsTableTexts, wordsTableView, wordTexts, type WordsContext} from '../views/words';
import {tableText} from './matrixTexts';
import type {Proved} from './texts';

/** What engines print, and the tables that compare it. */
export function engineTexts(words: WordsContext = NO_WORDS): Proved[] {
  if (words.words.length === 0) return [];
  const tables = (['causes', 'exits'] as const).map((shows) => wordsTableView(shows, words));
  return [
    ...wordTexts(words).map((one) => ({kind: 'code' as const, example: undefined, ...one})),
    ...tables.map((view) => ({
      kind: 'matrix' as const,
      text: tableText(wordsTableTexts(view)),
      example: undefined,
      state: view.state.state,
    })),
  ];
}

import {exitText, nameOf, readWords, textOf, type CaseWords} from '../../../../engine-words/src';
import {ageInDays} from '../../proof/gate/state';
import type {PluginOptions} from '../../settings';
import type {StateView} from '../model/views';
import type {CaseWordsView, WordsEntry, WordsTableView} from '../model/wordViews';

/** What engines print, and for how many days it counts as fresh. */
export interface WordsContext {
  words: readonly CaseWords[];
  expiresAfterDays: number;
  now?: Date;
}

/** Reads what engines print; what is wrong with it stops the build elsewhere. */
export function readWordsContext(siteDir: string, {expiresAfterDays}: PluginOptions): WordsContext {
  return {words: readWords(siteDir).words, expiresAfterDays};
}

/** Of a site that asked no engine. */
export const NO_WORDS: WordsContext = {words: [], expiresAfterDays: 0};

const RUNTIMES = ['runc', 'crun'] as const;

/** Views of the cases that a symptom's page shows. */
export function wordsOfSymptom(symptom: string, context: WordsContext): CaseWordsView[] {
  const ids = context.words.filter(({one}) => one.symptoms.includes(symptom)).map(({one}) => one.id);
  return [...new Set(ids)].flatMap((id) => caseWordsView(id, context) ?? []);
}

/** One case by wording. @returns Undefined for a case that no engine was asked */
export function caseWordsView(id: string, context: WordsContext): CaseWordsView | undefined {
  const own = context.words.filter(({one}) => one.id === id);
  const [first] = own;
  if (first === undefined) return undefined;
  const groups = groupBy(own, (words) => JSON.stringify([words.telling, exitText(words)]));
  const views = groups.map((group) => ({
    engines: group.map(({title}) => title),
    exit: exitText(group[0]),
    telling: group[0].telling,
  }));
  return {
    ...{id, title: first.one.title, asked: own.length, ...standing(own, context)},
    wordings: views.flatMap(({telling, ...rest}) => (telling === undefined ? [] : [{...rest, ...telling}])),
    silent: views.flatMap(({telling, ...rest}) => (telling === undefined ? [rest] : [])),
  };
}

/** All cases against runtimes. */
export function wordsTableView(shows: WordsTableView['shows'], context: WordsContext): WordsTableView {
  const told = context.words.filter(({telling}) => shows === 'exits' || telling !== undefined);
  const read = (words: CaseWords) => (shows === 'exits' ? exitText(words) : (words.telling?.core ?? ''));
  return {
    shows,
    head: ['Failure', ...RUNTIMES.map((runtime) => `with ${runtime}`)],
    rows: groupBy(told, ({one}) => one.id).map((row) => ({
      id: row[0].one.id,
      title: row[0].one.title,
      cells: RUNTIMES.map((runtime) =>
        entries(
          row.filter(({engine}) => engine.runtime === runtime),
          read,
        ),
      ),
    })),
    ...standing(told, context),
  };
}

function entries(column: readonly CaseWords[], read: (words: CaseWords) => string): WordsEntry[] {
  const groups = groupBy(column, read);
  return groups.map((group) => ({
    text: read(group[0]),
    engines: groups.length === 1 ? '' : nameOf(group, column),
  }));
}

/** @returns The text of every cell, as {@link WordsTableView} is drawn */
export function wordsTableTexts({head, rows}: WordsTableView): string[][] {
  return [
    head,
    ...rows.map(({title, cells}) => [
      title,
      ...cells.map((cell) => cell.map(({text, engines}) => text + engines).join('')),
    ]),
  ];
}

/** Every text that a page may show of an engine's words, and the state in which. */
export function wordTexts(context: WordsContext): {text: string; state: StateView['state']}[] {
  return context.words.flatMap((words) => {
    const {state} = standing([words], context);
    return words.telling === undefined ? [] : [{text: textOf(words.telling), state: state.state}];
  });
}

/** As old as the oldest. */
export function standing(
  words: readonly CaseWords[],
  {expiresAfterDays, now = new Date()}: WordsContext,
): {state: StateView; provedAt: string} {
  const [oldest = ''] = words.map(({date}) => date).sort();
  const provedAt = `${oldest}T00:00:00Z`;
  const age = ageInDays(provedAt, now);
  return {
    provedAt,
    state:
      age > expiresAfterDays
        ? {
            state: 'expired',
            reasons: [`Proved ${age} days ago; a proof counts for ${expiresAfterDays} days.`],
          }
        : {state: 'verified', reasons: []},
  };
}

/** Groups in the order of their first members. */
function groupBy<T>(all: readonly T[], read: (one: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of all) {
    const group = groups.get(read(one));
    if (group === undefined) groups.set(read(one), [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

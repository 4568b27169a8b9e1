import {CASES, exitText, textOf, type CaseWords} from '../../../../../engine-words/src';
import {suggest} from '../../../nearest';
import {caseWordsView, NO_WORDS, standing, wordsTableView, type WordsContext} from '../../views/words';
import type {DirectiveRequest, Embed} from '../types';

const TABLES = ['causes', 'exits'] as const;

/** `::words{case}`: how each engine words a failure. */
export function wordsDirective(request: DirectiveRequest): Embed | undefined {
  const {attributes, context} = request;
  const id = attributes.required('case');
  attributes.finish();
  if (id === undefined || !isCase(id, request.report)) return undefined;
  const view = caseWordsView(id, context.words ?? NO_WORDS);
  if (view === undefined) request.report(`there are no words of case "${id}"`);
  return view && {component: 'WordsEmbed', view};
}

/** `::words-table{shows=causes|exits}`: all cases against the runtimes. */
export function wordsTableDirective(request: DirectiveRequest): Embed | undefined {
  const {attributes, report, context} = request;
  const asked = attributes.required('shows');
  attributes.finish();
  const shows = TABLES.find((name) => name === asked);
  if (shows === undefined) {
    report(`shows: expected one of ${TABLES.join(', ')}`);
    return undefined;
  }
  return {component: 'WordsTableEmbed', view: wordsTableView(shows, context.words ?? NO_WORDS)};
}

/** What `engine`, `case` and `value` of `:measured` name, with the proof it comes from; undefined when that was reported. */
export function measuredWords({attributes, report, context}: DirectiveRequest) {
  const [engine, id, name] = [
    attributes.required('engine'),
    attributes.required('case'),
    attributes.required('value'),
  ];
  if (engine === undefined || id === undefined || name === undefined || !isCase(id, report)) return undefined;
  const all = context.words ?? NO_WORDS;
  const words = all.words.find((one) => one.engine.id === engine && one.one.id === id);
  if (words === undefined) {
    report(`case "${id}" has no words of engine "${engine}"; ${suggest(engine, enginesIn(all))}`);
    return undefined;
  }
  const values = valuesOf(words);
  const value = values[name];
  if (value === undefined) {
    report(`there is no value ${name} of case "${id}"; ${suggest(name, Object.keys(values))}`);
    return undefined;
  }
  const {state, provedAt} = standing([words], all);
  return {
    asked: {engine, case: id, value: name},
    found: {
      ...{value, name},
      source: `${words.title}, ${words.one.title}: ${name}`,
      href: `/understand/engines#${id}`,
    },
    ...{state: state.state, provedAt},
  };
}

function valuesOf(one: CaseWords): Record<string, string | number> {
  const {words, telling, versions} = one;
  return defined({
    exit: words.exit,
    shown: exitText(one),
    container: words.state?.exit,
    status: words.state?.status,
    oom: words.state?.oomKilled === undefined ? undefined : String(words.state.oomKilled),
    version: versions.engine,
    runtime: versions.runtime,
    stdout: words.stdout,
    text: telling && textOf(telling),
    core: telling?.core,
  });
}

function defined<T>(values: Readonly<Record<string, T | undefined>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}

function isCase(id: string, report: (message: string) => void): boolean {
  const known = CASES.map((one) => one.id);
  if (known.includes(id)) return true;
  report(`there is no case "${id}"; ${suggest(id, known)}`);
  return false;
}

function enginesIn({words}: WordsContext): Set<string> {
  return new Set(words.map(({engine}) => engine.id));
}

import {CASES, exitText, textOf, type CaseWords} from '../../../../../engine-words/src';
import {suggest} from '../../../nearest';
import type {MeasuredView} from '../../model/views';
import {caseWordsView, NO_WORDS, standing, wordsTableView, type WordsContext} from '../../views/words';
import {partOf} from '../runValue';
import type {DirectiveRequest, Embed} from '../types';

const TABLES = ['causes', 'exits'] as const;

/** `::words{case}`: how each engine words a failure. */
export function wordsDirective(request: DirectiveRequest): Embed | undefined {
  const {attributes, context} = request;
  const id = attributes.required('case');
  attributes.finish();
  if (id === undefined || !isCase(id, request)) return undefined;
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

/** Where a measured value comes from, and the value: of `:measured{engine case value}`. */
export function measuredWords(
  request: DirectiveRequest,
): (Omit<MeasuredView, 'text'> & {value: string}) | undefined {
  const {attributes, report, context} = request;
  const [engine, id, value, match] = [
    attributes.required('engine'),
    attributes.required('case'),
    attributes.required('value'),
    attributes.optional('match'),
  ];
  if (engine === undefined || id === undefined || value === undefined || !isCase(id, request))
    return undefined;
  const all = context.words ?? NO_WORDS;
  const words = all.words.find((one) => one.engine.id === engine && one.one.id === id);
  if (words === undefined) {
    report(`case "${id}" has no words of engine "${engine}"; ${suggest(engine, enginesIn(all))}`);
    return undefined;
  }
  const read = valueOf(words, value);
  if (read === undefined) {
    report(
      `value: expected one of exit, container, status, reason, oom, version, runtime, shown, text, core or log, got ${value}`,
    );
    return undefined;
  }
  const {state, provedAt} = standing([words], all);
  return {
    value: match === undefined ? String(read) : partOf(read, match),
    example: null,
    scenario: null,
    source: `${words.title}, ${words.one.title}: ${value}`,
    href: `/understand/engines#${id}`,
    state: state.state,
    provedAt,
  };
}

function valueOf(one: CaseWords, name: string): string | number | undefined {
  const {words, telling, versions} = one;
  const values: Readonly<Record<string, string | number | undefined>> = {
    exit: words.exit,
    container: words.state?.exit,
    reason: words.state?.reason,
    status: words.state?.status,
    oom: words.state?.oomKilled === undefined ? undefined : String(words.state.oomKilled),
    version: versions.engine,
    runtime: versions.runtime,
    shown: exitText(one),
    text: telling && textOf(telling),
    core: telling?.core,
    log: words.log ?? undefined,
  };
  return values[name];
}

function isCase(id: string, {report}: DirectiveRequest): boolean {
  const known = CASES.map((one) => one.id);
  if (known.includes(id)) return true;
  report(`there is no case "${id}"; ${suggest(id, known)}`);
  return false;
}

function enginesIn({words}: WordsContext): Set<string> {
  return new Set(words.map(({engine}) => engine.id));
}

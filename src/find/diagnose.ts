import {clean, prefixEnd} from './clean';
import {factsOf, type Fact} from './facts';
import {Lines} from './lines';
import {Matcher} from './matcher';
import type {Answer, Ask, FindData, Finding, SymptomEntry} from './model';
import {Search} from './search';
import {compile, matchIn} from './template';
import {wordsOf} from './words';

/** A finding in a log: with its repeats, and with what came of it. */
export interface Cause extends Finding {
  /** How often it stands in the log. */
  count: number;
  consequences: readonly Cause[];
}

/** Of a line that no pattern knows: at least so much of it is a page's, and so many of its words that not every error has. */
const CLOSE = {covered: 0.5, words: 4, own: 2, most: 3};

/** Words of errors of any kind, which say nothing about whose it is. */
const ANYWHERE = new Set(
  'no not such file files directory found error errors failed fatal cannot open read permission denied missing invalid unknown unable warning or and test'.split(
    ' ',
  ),
);

/** Lines of one input, each different, that are worth a guess. */
const GUESSED_LINES = 200;

/** Further than so many lines behind its cause, nothing is a consequence. */
const NEAR = 200;

/** Words that lines have which tell of a failure. */
const COMPLAINS =
  /error|fatal|fail|panic|cannot|can't|unable|not found|no such|denied|refused|undefined|unknown|missing|invalid|warning|timeout|signal/i;

/** Finds symptoms in what readers paste. */
export class Diagnosis {
  private readonly sure: Matcher;
  private readonly guessed: Matcher;
  private readonly search: Search;
  private readonly symptoms: ReadonlyMap<string, SymptomEntry>;

  constructor(private readonly data: FindData) {
    this.sure = new Matcher(data.patterns.filter(({guess}) => guess !== true));
    this.guessed = new Matcher(data.patterns.filter(({guess}) => guess === true));
    this.symptoms = new Map(data.symptoms.map((one) => [one.id, one]));
    const wordings = new Map<string, string[]>();
    for (const {symptom, text} of data.patterns)
      wordings.set(symptom, [...(wordings.get(symptom) ?? []), text.replace(/\{[^}|]*\}/g, ' ')]);
    this.search = Search.of(
      data.symptoms.map(({id, title, text, href}) => ({
        id,
        kind: 'symptom',
        href,
        title,
        heading: text,
        text: (wordings.get(id) ?? []).join('\n'),
      })),
    );
  }

  /**
   * What is found in an input, line by line: what is certain first, then the closest pages of lines of which nothing is.
   */
  lines(input: string): Finding[] {
    const sure = this.sure.find(input).map(findingOf);
    const certain = new Set(sure.map(({line}) => line));
    const guessed = this.guessed.find(input).filter(({line}) => !certain.has(line));
    const told = new Set([...certain, ...guessed.map(({line}) => line)]);
    const closest = this.closestOf(new Lines(input), (line) => !told.has(line));
    const rest = [...guessed.flatMap((hit) => this.guesses(hit)), ...closest];
    return [...sure, ...rest.sort((a, b) => a.line - b.line)];
  }

  /** What is found in one log: causes in the order in which they came, each with its repeats and consequences. */
  log(input: string): Cause[] {
    const sure = this.sure.find(input);
    if (sure.length > 0) return this.causes(sure);
    const guesses = this.guessed.find(input).flatMap((hit) => this.guesses(hit));
    if (guesses.length > 0) return this.causes(guesses);
    return this.causes(this.closestOf(new Lines(input), () => true)).slice(0, CLOSE.most);
  }

  /** What a log tells beside its errors. */
  facts(input: string): Fact[] {
    return factsOf(input);
  }

  /** The command that tells candidates apart. */
  ask({candidates}: Pick<Finding, 'candidates'>): Ask | undefined {
    const asks = Object.entries(this.data.asks).filter(
      ([key]) => key.split(' ').filter((id) => candidates.includes(id)).length > 1,
    );
    // The one that leaves the fewest untold.
    return asks.sort(([a], [b]) => shared(b, candidates) - shared(a, candidates))[0]?.[1];
  }

  /** Which symptom the output of a command that was asked for leads to; several, or none: it does not tell. */
  answer({answers}: Ask, output: string): string[] {
    return answers.filter((answer) => saysSo(answer, output)).flatMap(({symptoms}) => symptoms);
  }

  symptom(id: string): SymptomEntry | undefined {
    return this.symptoms.get(id);
  }

  /** A guess of the patterns, each of its candidates by itself. */
  private guesses(hit: Finding): Finding[] {
    const finding = findingOf(hit);
    const [, ...others] = finding.candidates.slice(0, CLOSE.most);
    return [finding, ...others.map((symptom) => ({...finding, symptom}))];
  }

  /** The closest pages of lines that complain, until there were enough of them. */
  private closestOf(lines: Lines, wanted: (line: number) => boolean): Finding[] {
    const known = new Map<string, Finding[]>();
    const found: Finding[] = [];
    for (let line = 1; line <= lines.count && known.size < GUESSED_LINES; line++) {
      const [start, end] = lines.bounds(line - 1);
      if (end - start < 12 || !wanted(line)) continue;
      const raw = lines.input.slice(start, Math.min(end, start + 1000));
      if (!COMPLAINS.test(raw)) continue;
      const {text} = clean(raw, 0, raw.length);
      const said = text.slice(prefixEnd(text)).replace(/\b(?:0x)?[0-9a-f]{8,}\b|\d{4,}/gi, ' ');
      let closest = known.get(said);
      if (closest === undefined) {
        closest = this.closest(said);
        known.set(said, closest);
      }
      found.push(...closest.map((one) => ({...one, line, start, end})));
    }
    return found;
  }

  /** The pages whose words a line has most of. */
  private closest(said: string): Finding[] {
    if (new Set(wordsOf(said)).size < CLOSE.words) return [];
    return this.search
      .find(said, CLOSE.most)
      .filter(
        ({covered, words}) =>
          covered >= CLOSE.covered && words.filter((word) => !ANYWHERE.has(word)).length >= CLOSE.own,
      )
      .map(({id}) => ({
        line: 0,
        start: 0,
        end: 0,
        tier: 'closest',
        symptom: id,
        slots: [],
        why: 'No text of the guide is the same; this page has the most words of the line.',
        candidates: [],
      }));
  }

  private causes(findings: readonly Finding[]): Cause[] {
    const groups = new Map<string, {shown: Finding; count: number}>();
    for (const finding of findings) {
      // Each library that is missing is one more; all versions that are missing come with the newest.
      const missing = finding.slots.filter(({proved, type}) => proved !== undefined && type !== 'version');
      const key = [finding.symptom, ...missing.map(({value}) => value)].join(' ');
      const group = groups.get(key);
      if (group === undefined) groups.set(key, {shown: finding, count: 1});
      else {
        group.count++;
        if (finding.tier === 'same' && group.shown.tier !== 'same') group.shown = finding;
      }
    }
    const roots: Cause[] = [];
    const folded = new Map<Cause, Cause[]>();
    for (const {shown, count} of groups.values()) {
      const cause: Cause = {...findingOf(shown), count, consequences: []};
      const follows = this.symptoms.get(cause.symptom)?.follows ?? [];
      const root = roots.find(
        ({symptom, line}) =>
          (symptom === cause.symptom || follows.includes(symptom)) && Math.abs(cause.line - line) <= NEAR,
      );
      if (root === undefined) roots.push(cause);
      else folded.set(root, [...(folded.get(root) ?? []), cause]);
    }
    return roots.map((root) => ({...root, consequences: folded.get(root) ?? []}));
  }
}

/** Whether an output is the one of an answer. Read as it is: `\\r` of `od` is no carriage return. */
export function saysSo({has, lacks = []}: Answer, output: string): boolean {
  const lines = output.split('\n');
  const printed = (text: string) => {
    const template = compile(text);
    return lines.some(
      (line) => matchIn(template, line, (at) => line.slice(0, at).trim() === '') !== undefined,
    );
  };
  return has.every(printed) && !lacks.some(printed);
}

function shared(key: string, candidates: readonly string[]): number {
  return key.split(' ').filter((id) => candidates.includes(id)).length;
}

/** A hit without what only the matcher needs. */
function findingOf({line, start, end, tier, symptom, slots, why, candidates}: Finding): Finding {
  return {line, start, end, tier, symptom, slots, why, candidates};
}

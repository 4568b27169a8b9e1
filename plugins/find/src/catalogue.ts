import type {Pattern, SymptomEntry} from '../../../src/find/model';
import {compile, matchIn} from '../../../src/find/template';
import {isDecisive} from '../../../src/find/slots';
import type {Example} from '../../verified-examples/src/example/collect/example';
import type {NotReproduced} from '../../verified-examples/src/example/model/notReproduced';
import {BUILD, type Twin} from '../../verified-examples/src/example/model/twin';
import {failingVariants} from '../../verified-examples/src/example/model/twinRuns';
import type {Addresses} from '../../verified-examples/src/pages/publish/addresses';
import type {Collection} from '../../verified-examples/src/proof/collection';
import {escaped, ownPattern} from './ownText';
import type {Written} from './written';

/** A symptom, with all that its failing runs printed. */
export interface Recorded {
  id: string;
  title: string;
  text: string;
  /** Whole outputs, one a run. */
  outputs: readonly string[];
  twin?: Twin;
  example?: Example;
  notReproduced?: NotReproduced;
}

/** Every symptom, those that nothing here prints at the end. */
export function recordedSymptoms({examples, standings, notReproduced}: Collection): Recorded[] {
  const proved = examples.flatMap((example) =>
    example.manifest.twins.map((twin): Recorded => {
      const variants = failingVariants(example.manifest, twin);
      const outputs = standings
        .filter((one) => one.example.id === example.id && variants.includes(one.variant))
        .flatMap(({proof, outdated}) => proof ?? outdated ?? [])
        .flatMap(({build, scenarios}) =>
          twin.fails === BUILD
            ? [build.output]
            : scenarios
                .filter(({id}) => id === twin.fails)
                .map(({stdout, stderr, http}) => [stdout, stderr, ...http.map(({body}) => body)].join('\n')),
        );
      return {id: twin.symptom, title: twin.title, text: twin.text, outputs, twin, example};
    }),
  );
  return [
    ...proved,
    ...notReproduced.map((one): Recorded => ({
      id: one.id,
      title: one.text,
      text: one.text,
      outputs: [],
      notReproduced: one,
    })),
  ];
}

/** Patterns as they are matched: those written, and of every other symptom its own text. */
export function allPatterns(symptoms: readonly Recorded[], {patterns, named}: Written): Pattern[] {
  const own = symptoms.flatMap(({id, text}): Pattern[] => {
    // Whoever pastes the very text of a page and nothing else is led there.
    const whole: Pattern = {symptom: id, text: `^${escaped(text)}$`, bare: true, guess: true};
    const {text: template, guess} = ownPattern(text);
    return named.has(id) ? [whole] : [{symptom: id, text: template, ...(guess && {guess})}, whole];
  });
  const byId = new Map(symptoms.map((one) => [one.id, one]));
  const all = [...patterns.map(({pattern}) => plain(pattern)), ...own];
  return withSharedTexts(all).map((pattern) => {
    const values = provedValues(pattern, all, byId);
    return values === undefined ? pattern : {...pattern, proved: values};
  });
}

/** Without what is undefined: the data is JSON. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Of the same template every symptom is a candidate. */
function withSharedTexts(patterns: readonly Pattern[]): Pattern[] {
  const same = (a: Pattern, b: Pattern) =>
    a.text === b.text &&
    (a.guess ?? false) === (b.guess ?? false) &&
    JSON.stringify([a.needs, a.not]) === JSON.stringify([b.needs, b.not]);
  return patterns.flatMap((pattern, index) => {
    const first = patterns.findIndex((other) => same(other, pattern));
    if (first < index) return [];
    const others = patterns.filter(
      (other, at) => at > index && same(other, pattern) && other.symptom !== pattern.symptom,
    );
    const also = [...(pattern.also ?? []), ...others.map(({symptom}) => ({symptom}))];
    return [
      also.length === 0
        ? pattern
        : {
            ...pattern,
            also: also.filter(({symptom}, at) => also.findIndex((one) => one.symptom === symptom) === at),
          },
    ];
  });
}

/** The values that the symptom's own runs printed, of slots whose value decides. */
function provedValues(pattern: Pattern, all: readonly Pattern[], byId: ReadonlyMap<string, Recorded>) {
  const names = compile(pattern.text)
    .slots.filter(({type}) => isDecisive(type))
    .map(({name}) => name);
  const symptom = byId.get(pattern.symptom);
  if (names.length === 0 || symptom === undefined) return undefined;
  const lines = [symptom.text, ...symptom.outputs.flatMap((output) => output.split('\n'))];
  const proved: Record<string, string[]> = {};
  for (const {text} of all.filter((other) => other.symptom === pattern.symptom)) {
    const template = compile(text);
    for (const line of lines)
      for (const {name, value} of matchIn(template, line, () => true)?.taken ?? [])
        if (names.includes(name) && !(proved[name] ?? []).includes(value)) (proved[name] ??= []).push(value);
  }
  return proved;
}

export function symptomEntries(
  symptoms: readonly Recorded[],
  {consequences}: Written,
  addresses: Addresses,
): SymptomEntry[] {
  return symptoms.map(({id, title, text, notReproduced}) => ({
    id,
    title,
    text,
    href: notReproduced === undefined ? addresses.symptom(id) : addresses.notReproduced(id),
    ...(notReproduced === undefined ? {} : {notReproduced: true}),
    ...(consequences[id] === undefined ? {} : {follows: consequences[id]}),
  }));
}

import type {Example} from '../../../verified-examples/src/example/collect/example';
import {COMPARED} from '../../../base-images/src/compared';
import {exitText} from '../../../engine-words/src';
import type {BaseFacts} from '../../../verified-examples/src/proof/bases/facts';
import {
  confirmingRuns,
  failingVariants,
  provingVariants,
} from '../../../verified-examples/src/example/model/twinRuns';
import {symptomsOf} from '../../../verified-examples/src/pages/views/symptom';
import {NO_WORDS, standing, wordsOfSymptom} from '../../../verified-examples/src/pages/views/words';
import type {Proof} from '../../../verified-examples/src/proof/model/receipt';
import type {Symptom, ViewContext} from '../../../verified-examples/src/pages/views/context';
import {keyOfShown, proofsOf, provedRun, shownExample, shownRun, type ProvedRun} from './shown';
import {dockerfileOf, oldest, swhidOf, type Subject} from './subject';

/** A guide as it is written. */
export interface Guide {
  /** Site path. */
  page: string;
  title: string;
  source: string;
  /** What was measured of all bases, which a guide may show. */
  facts: readonly BaseFacts[];
}

/** Every symptom, example and guide of the site, in this order. */
export function subjectsOf(context: ViewContext, guides: readonly Guide[]): Subject[] {
  const {examples} = context.collection;
  return [
    ...symptomsOf(context).map((symptom) => symptomSubject(symptom, context)),
    ...examples.map((example) => exampleSubject(example, context)),
    ...guides.map((guide) => guideSubject(guide, context)),
  ];
}

function symptomSubject(symptom: Symptom, context: ViewContext): Subject {
  const {example, twin} = symptom;
  const runs = runsOf(symptom, context);
  const [failing] = runs;
  const words = wordsOfSymptom(twin.symptom, context.words ?? NO_WORDS);
  const dockerfile = failing && dockerfileOf(failing.example, failing.variant);
  const proofs = [...new Set(runs.map(({proof}) => proof))];
  return {
    kind: 's',
    id: twin.symptom,
    key: keyOfShown({
      twin,
      runs: runs.map(shownRun),
      words: words.map(({title, wordings, silent}) => ({title, wordings, silent})),
    }),
    title: twin.text,
    page: context.addresses.symptom(twin.symptom),
    example: example.id,
    provedAt: oldest(proofs.map(({provedAt}) => provedAt)),
    provedBy: byExample(runs),
    proofs,
    runs: runs.map(({example: one, scenario}) => ({example: one.id, scenario})),
    examples: [...new Set(runs.map((run) => run.example))],
    swhid: dockerfile === undefined ? null : swhidOf(dockerfile.bytes),
  };
}

/** The runs that a symptom's page shows: the failure, its fix, the confirming command, its near miss. */
function runsOf({example, twin}: Symptom, {collection}: ViewContext): ProvedRun[] {
  const byId = new Map(collection.examples.map((one) => [one.id, one]));
  const proving = (ref: {example: string; variant?: string | undefined; scenario: string}) => {
    const other = byId.get(ref.example);
    return (other ? provingVariants(other.manifest, ref) : []).map((variant) => ({
      ...{example: other ?? example, variant, scenario: ref.scenario},
    }));
  };
  const {confirm, nearMiss} = confirmingRuns(example.id, twin);
  const failing = failingVariants(example.manifest, twin).map((variant) => ({
    ...{example, variant, scenario: twin.fails},
  }));
  return [failing, proving(twin.fix), proving(confirm), proving(nearMiss)].flatMap(([first]) => {
    const run = first && provedRun(first, collection);
    return run === undefined ? [] : [run];
  });
}

function byExample(runs: readonly ProvedRun[]): string {
  const examples = [...new Set(runs.map(({example}) => example.id))];
  return examples
    .map((id) => {
      const scenarios = new Set(runs.filter((run) => run.example.id === id).map(({scenario}) => scenario));
      return `example ${id}: ${[...scenarios].join(', ')}`;
    })
    .join('; ');
}

function exampleSubject(example: Example, context: ViewContext): Subject {
  const proofs = proofsOf(example, context.collection);
  const dockerfile = dockerfileOf(example);
  return {
    kind: 'x',
    id: example.id,
    key: keyOfShown(shownExample(example, context.collection)),
    title: example.manifest.title,
    page: context.addresses.page(example.id),
    example: example.id,
    provedAt: oldest(proofs.map(({provedAt}) => provedAt)),
    provedBy: `example ${example.id}`,
    proofs,
    runs: null,
    examples: [example],
    swhid: dockerfile === undefined ? null : swhidOf(dockerfile.bytes),
  };
}

function guideSubject(guide: Guide, context: ViewContext): Subject {
  const {page, title, source} = guide;
  const named = new Set([...source.matchAll(/\bid=([a-z0-9-]+)/g)].map(([, id]) => id));
  const examples = context.collection.examples.filter(({id}) => named.has(id));
  const proofs = examples.flatMap((example) => proofsOf(example, context.collection));
  return {
    kind: 'g',
    id: page.slice(1).replaceAll('/', '.'),
    key: keyOfShown({
      source,
      examples: examples.map((one) => shownExample(one, context.collection)),
      ...shownBeside(guide, context),
    }),
    ...{title, page, example: null},
    ...provedFor(source, examples, proofs, context),
    // What the guide embeds is in its text.
    ...{proofs, runs: [], examples: []},
    swhid: swhidOf(Buffer.from(source)),
  };
}

/** What a guide shows beside examples. Counts of the site are left out: like dates, they are of a day. */
function shownBeside({source, facts}: Guide, {words = NO_WORDS}: ViewContext): object {
  return {
    ...(/^::bases/m.test(source)
      ? {
          facts: facts.map(({ref, platform, image, approximations, pulled}) => [
            ...[ref, platform, image, approximations],
            ...(pulled === undefined ? [] : [pulled.digest]),
          ]),
          compared: COMPARED.map(({ref, family}) => [ref, family]),
        }
      : {}),
    ...(/^::words|\bengine=/m.test(source)
      ? {words: words.words.map((one) => [one.one.id, one.title, one.telling, exitText(one)])}
      : {}),
  };
}

/** A guide that embeds no example shows what engines say, or counts what all of the site proves. */
function provedFor(
  source: string,
  examples: readonly Example[],
  proofs: readonly Proof[],
  context: ViewContext,
): Pick<Subject, 'provedAt' | 'provedBy'> {
  if (examples.length > 0) {
    return {
      provedAt: oldest(proofs.map(({provedAt}) => provedAt)),
      provedBy: `examples ${examples.map(({id}) => id).join(', ')}`,
    };
  }
  const {words = NO_WORDS, collection} = context;
  if (/^::words/m.test(source) && words.words.length > 0)
    return {provedAt: standing(words.words, words).provedAt, provedBy: 'recorded texts of engines'};
  const all = collection.standings.flatMap(({proof}) => proof?.provedAt ?? []);
  return {provedAt: oldest(all), provedBy: 'all examples'};
}

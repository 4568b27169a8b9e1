import type {Example} from '../../example/collect/example';
import type {StateView, TranscriptView} from '../model/views';
import type {
  FixPageView,
  HalfView,
  SymptomFrame,
  SymptomGroup,
  SymptomPageView,
  SymptomRef,
} from '../model/symptomViews';
import {saysLittle, type Twin} from '../../example/model/twin';
import {confirmingRuns, failingVariants, provingVariants} from '../../example/model/twinRuns';
import {cardView} from './card';
import {symptomChange} from './change';
import {exampleRef, worstState, type Symptom, type ViewContext} from './context';
import {receiptView} from './proof';
import {OFTEN_MET} from './oftenMet';
import {proseView} from './prose';
import {builtOf, confirmCommand, repeatView} from './repeat';
import {firstRun} from './transcript';
import {NO_WORDS, wordsOfSymptom} from './words';

/** Groups in the order of the index. */
const GROUPS: readonly SymptomGroup[] = ['start', 'build', 'files', 'dns', 'limits'];

/** Every symptom: those that are met often, then the others in the order of the examples. */
export function symptomsOf({collection}: ViewContext): Symptom[] {
  const place = ({twin}: Symptom) => (OFTEN_MET.indexOf(twin.symptom) + 1 || Infinity) - 1;
  return collection.examples
    .flatMap((example) => example.manifest.twins.map((twin): Symptom => ({example, twin})))
    .sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}

/** A symptom as a link to its page. */
export function symptomRef({symptom, text, title}: Twin, {addresses}: ViewContext): SymptomRef {
  return {
    id: symptom,
    text,
    title,
    heads: saysLittle(text) ? 'title' : 'text',
    href: addresses.symptom(symptom),
  };
}

/** Everything a symptom's own page shows. */
export async function symptomView(
  symptom: Symptom,
  all: readonly Symptom[],
  context: ViewContext,
): Promise<SymptomPageView> {
  const {example, twin} = symptom;
  const fails = half(example, twin.fails, failingVariants(example.manifest, twin), context);
  const fixed = find(twin.fix.example, context);
  const fixVariants = provingVariants(fixed.manifest, twin.fix);
  const fix = half(fixed, twin.fix.scenario, fixVariants, context);
  const runs = confirmingRuns(example.id, twin);
  const confirm = confirmingHalf(runs.confirm, context);
  const nearMiss = confirmingHalf(runs.nearMiss, context);
  const known = new Map(all.map((one) => [one.twin.symptom, one.twin]));
  return {
    symptom: symptomRef(twin, context),
    group: twin.group,
    ...standingOf([fails, fix, confirm, nearMiss]),
    confirm: {
      title: confirm.run?.title ?? '',
      command: confirmOf(confirm.run, context),
      run: confirm.run,
      example: confirm.run?.example ?? null,
      nearMiss: {title: twin.nearMiss.title, run: nearMiss.run},
    },
    repeat: repeatView(builtOf([confirm.run, nearMiss.run, fails.run, fix.run], context), context),
    repair: proseView(twin.repair, context),
    changes: symptomChange(symptom, context)?.changes ?? [],
    fixedFile:
      fixed === example && fix.receipt.variant === fails.receipt.variant
        ? null
        : await fixedFile(fixed, fix.receipt.variant, context),
    why: proseView(twin.why, context),
    mistakenFor: (twin.mistakenFor ?? []).flatMap(({symptom: id, difference}) => {
      const other = known.get(id);
      return other === undefined
        ? []
        : [{symptom: symptomRef(other, context), difference: proseView(difference, context)}];
    }),
    fails,
    fix,
    sources: twin.sources ?? [],
    words: wordsOfSymptom(twin.symptom, context.words ?? NO_WORDS),
    siblings: all.filter((one) => one.twin.group === twin.group).map((one) => symptomRef(one.twin, context)),
    indexHref: context.addresses.symptoms,
  };
}

/** What moves on a symptom's page. */
export function frameOf(view: SymptomPageView): SymptomFrame {
  const {symptom, group, state, provedAt, repair, why, mistakenFor, sources, indexHref} = view;
  const {title, command, example, nearMiss} = view.confirm;
  return {
    ...{symptom, group, state, provedAt, repair, why, mistakenFor, sources, indexHref},
    confirm: {title, command, example, nearMiss: {title: nearMiss.title}},
  };
}

/** All symptoms by group, and those that nothing here proves. Those that share a text are told apart by their titles. */
export function fixView(all: readonly Symptom[], context: ViewContext): FixPageView {
  const isShared = (text: string) => all.filter(({twin}) => twin.text === text).length > 1;
  return {
    groups: GROUPS.flatMap((group) => {
      const symptoms = all
        .filter(({twin}) => twin.group === group)
        .map(({example, twin}) => {
          const fixed = find(twin.fix.example, context);
          const halves = [
            half(example, twin.fails, failingVariants(example.manifest, twin), context),
            half(fixed, twin.fix.scenario, provingVariants(fixed.manifest, twin.fix), context),
          ];
          const symptom = symptomRef(twin, context);
          return {
            symptom: isShared(twin.text) ? {...symptom, heads: 'title' as const} : symptom,
            example: exampleRef(example, context),
            ...standingOf(halves),
          };
        });
      return symptoms.length === 0 ? [] : [{group, symptoms}];
    }),
    notReproduced: context.collection.notReproduced.map(({why, ...rest}) => ({
      ...rest,
      why: proseView(why, context),
    })),
  };
}

/** A run in the first of the variants, with the proof of that variant. */
function half(
  example: Example,
  scenario: string,
  variants: readonly string[],
  context: ViewContext,
): HalfView {
  return {
    run: firstRun(example, scenario, variants, context) ?? null,
    receipt: receiptView(example, variants[0], context),
  };
}

function confirmingHalf(run: ReturnType<typeof confirmingRuns>['confirm'], context: ViewContext): HalfView {
  const example = find(run.example, context);
  return half(example, run.scenario, provingVariants(example.manifest, run), context);
}

function confirmOf(run: TranscriptView | null, context: ViewContext) {
  const [built] = builtOf([run], context);
  return built === undefined || run?.scenario == null ? null : confirmCommand(built, run.scenario);
}

/** The worst state of the halves, and the oldest day: a page is as good as the weaker proof. */
function standingOf(halves: readonly HalfView[]): {state: StateView; provedAt: string | null} {
  const days = halves.flatMap(({run}) => run?.provedAt ?? []).sort();
  const [oldest = null] = days;
  return {
    state: worstState(halves.map(({receipt}) => receipt.state)),
    provedAt: days.length < halves.length ? null : oldest,
  };
}

/** The Dockerfile of the fix: of a variant with a stage of its own, that stage. */
function fixedFile(example: Example, variant: string, context: ViewContext) {
  const definition = example.variants[variant];
  const path = definition?.dockerfile ?? 'Dockerfile';
  const stage = definition?.dockerfileFacts.stages.find(
    ({name}) => name !== undefined && name === definition.target,
  );
  const shown =
    stage?.name === undefined ? undefined : {name: stage.name, range: {from: stage.start, to: stage.end}};
  const request = {uid: 'card', example, variants: [variant], files: () => [{path, stage: shown}]};
  return cardView(request, context);
}

/** @throws Error for an unknown example; the manifests are checked before */
function find(id: string, {collection}: ViewContext): Example {
  const example = collection.examples.find((one) => one.id === id);
  if (example === undefined) throw new Error(`there is no example "${id}"`);
  return example;
}

import type {Example} from '../../example/collect/example';
import type {Standing} from '../../proof/gate/state';
import {BUILD, type Twin} from '../../example/model/twin';
import {failingVariants, provingVariants} from '../../example/model/twinRuns';
import type {ScenarioResult} from '../../proof/model/receipt';
import type {TranscriptView, TwinView} from '../model/views';
import {commandsOf, labView} from './repeat';
import {baseInWords} from './proof';
import {baseOf, exampleRef, standingsFor, titleOf, variantOf, type ViewContext} from './context';

/**
 * @param scenario - Id of the scenario; null: the build itself
 * @returns One view a platform that has a proof; empty when there is none
 */
export function transcriptViews(
  example: Example,
  scenario: string | null,
  variant: string | undefined,
  context: ViewContext,
): TranscriptView[] {
  const chosen = variantOf(example, variant);
  return standingsFor(example, chosen.id, context).flatMap((standing) => {
    const {proof} = standing;
    if (proof === undefined) return [];
    if (scenario === null) return [buildTranscript(standing, context)];
    const run = proof.scenarios.find(({id}) => id === scenario);
    return run === undefined ? [] : [runTranscript(standing, run, context)];
  });
}

/**
 * @param scenario - Id of the scenario, or `build`
 * @param variants - Those it is recorded in; the first is shown
 */
export function firstRun(
  example: Example,
  scenario: string,
  [variant]: readonly string[],
  context: ViewContext,
): TranscriptView | undefined {
  if (variant === undefined) return undefined;
  return transcriptViews(example, scenario === BUILD ? null : scenario, variant, context)[0];
}

/** @returns undefined when one half has no proof; the gate refuses that before a page is made */
export function twinView(
  example: Example,
  twin: Twin,
  byId: ReadonlyMap<string, Example>,
  context: ViewContext,
): TwinView | undefined {
  const fixed = byId.get(twin.fix.example);
  const fails = firstRun(example, twin.fails, failingVariants(example.manifest, twin), context);
  const fix = fixed && firstRun(fixed, twin.fix.scenario, provingVariants(fixed.manifest, twin.fix), context);
  return fails === undefined || fix === undefined
    ? undefined
    : {symptom: twin.symptom, text: twin.text, fails, fix};
}

function runTranscript(standing: Standing, run: ScenarioResult, context: ViewContext): TranscriptView {
  const {id, stdout, stderr, exit, seconds, http, dns, files} = run;
  const common = commonOf(standing, context);
  return {
    ...common,
    ...{
      scenario: id,
      title: titleOf(standing.example, run),
      commands: commandsOf(standing, id),
      lab: labView(standing, id),
      stdout,
      stderr,
      exit,
      seconds,
      http,
      dns,
      files,
    },
    href: context.addresses.scenario(standing.example.id, id),
    base: baseInWords({ref: baseOf(standing.example, standing.variant), provenance: common.provenance}),
  };
}

function buildTranscript(standing: Standing, context: ViewContext): TranscriptView {
  const {example, proof} = standing;
  const {command = '', output = '', outcome = 'failure'} = proof?.build ?? {};
  const failed = outcome === 'failure';
  return {
    ...commonOf(standing, context),
    ...{
      scenario: null,
      title: failed ? 'The build fails' : 'The build succeeds',
      commands: [command],
      lab: null,
      stdout: '',
      stderr: output,
      exit: failed ? 1 : 0,
      seconds: null,
      http: [],
      dns: [],
    },
    href: context.addresses.build(example.id),
    base: null,
  };
}

function commonOf({example, variant, platform, state, reasons, proof}: Standing, context: ViewContext) {
  return {
    example: exampleRef(example, context),
    variant: variantOf(example, variant),
    state: {state, reasons},
    platform,
    provenance: proof?.world ?? 'rebuilt',
    provedAt: proof?.provedAt ?? '',
  };
}

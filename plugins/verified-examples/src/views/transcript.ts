import type {Example} from '../collect/example';
import type {Standing} from '../gate/state';
import type {Twin} from '../model/manifest';
import type {ScenarioResult} from '../model/receipt';
import type {TranscriptView, TwinView} from '../model/views';
import {baseOf, exampleRef, standingsFor, variantOf, type ViewContext} from './context';

/**
 * @param scenario - Id of the scenario; null: the build, of an example whose build must fail
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

/** @returns undefined when one half has no proof; the gate refuses that before a page is made */
export function twinView(
  example: Example,
  twin: Twin,
  byId: ReadonlyMap<string, Example>,
  context: ViewContext,
): TwinView | undefined {
  const fixed = byId.get(twin.fix.example);
  const [fails] = transcriptViews(example, twin.fails, undefined, context);
  const [fix] =
    fixed === undefined ? [] : transcriptViews(fixed, twin.fix.scenario, twin.fix.variant, context);
  return fails === undefined || fix === undefined
    ? undefined
    : {symptom: twin.symptom, text: twin.text, fails, fix};
}

function runTranscript(standing: Standing, run: ScenarioResult, context: ViewContext): TranscriptView {
  const {id, title, command, stdout, stderr, exit, seconds, http, dns, files} = run;
  return {
    ...commonOf(standing, context),
    ...{scenario: id, title, command, stdout, stderr, exit, seconds, http, dns, files},
    href: context.addresses.scenario(standing.example.id, id),
    base: baseOf(standing.example, standing.variant),
  };
}

function buildTranscript(standing: Standing, context: ViewContext): TranscriptView {
  const {example, proof} = standing;
  const {command = '', output = '', seconds = 0} = proof?.build ?? {};
  return {
    ...commonOf(standing, context),
    ...{
      scenario: null,
      title: 'The build fails',
      command,
      stdout: '',
      stderr: output,
      exit: 1,
      seconds,
      http: [],
      dns: [],
    },
    href: `${context.addresses.page(example.id)}#build`,
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

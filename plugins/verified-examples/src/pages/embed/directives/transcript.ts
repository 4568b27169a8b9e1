import {buildOf} from '../../../example/model/variant';
import {transcriptViews, twinView} from '../../views/transcript';
import {receiptView} from '../../views/proof';
import {suggest} from '../../../nearest';
import {checkScenarioId, readExample, readPlatform, readVariant} from '../common';
import type {DirectiveRequest, Embed} from '../types';

/** `::transcript{id scenario variant platform}`: what a scenario's run printed; without `scenario`, a build that must fail. */
export function transcriptDirective(request: DirectiveRequest): Embed | undefined {
  const {attributes, report, context} = request;
  const example = readExample(request);
  const variant = readVariant(request, example);
  const scenario = attributes.optional('scenario') ?? null;
  const platform = readPlatform(request, example, variant?.id);
  attributes.finish();
  if (example === undefined || variant === undefined || platform === undefined) return undefined;
  if (
    scenario === null &&
    Object.keys(example.variants).every((id) => buildOf(example.manifest, id) === 'success')
  ) {
    report(
      `attribute scenario is missing; ${suggest(
        '',
        example.manifest.scenarios.map(({id}) => id),
      )}`,
    );
    return undefined;
  }
  if (scenario !== null && !checkScenarioId(scenario, example, report)) return undefined;
  const views = transcriptViews(example, scenario, variant.id, context);
  const view = views.find((one) => platform.name === undefined || one.platform === platform.name);
  if (view === undefined)
    report(`scenario "${scenario ?? 'build'}" of example "${example.id}" has no proved run of that variant`);
  return view && {component: 'TranscriptEmbed', view};
}

/** `::receipt{id variant}`: the proof of an example, opened. */
export function receiptDirective(request: DirectiveRequest): Embed | undefined {
  const example = readExample(request);
  const variant = readVariant(request, example);
  request.attributes.finish();
  if (example === undefined || variant === undefined) return undefined;
  return {component: 'ReceiptEmbed', view: receiptView(example, variant.id, request.context)};
}

/** `::twin{id symptom}`: a failure and its fix, side by side. */
export function twinDirective(request: DirectiveRequest): Embed | undefined {
  const {attributes, report, context, examples} = request;
  const example = readExample(request);
  const symptom = attributes.optional('symptom');
  attributes.finish();
  if (example === undefined) return undefined;
  const {twins} = example.manifest;
  const twin = symptom === undefined ? twins[0] : twins.find((one) => one.symptom === symptom);
  if (twin === undefined) {
    if (twins.length === 0) report(`example "${example.id}" has no twins`);
    else
      report(
        `example "${example.id}" has no twin "${symptom ?? ''}"; ${suggest(
          symptom ?? '',
          twins.map((one) => one.symptom),
        )}`,
      );
    return undefined;
  }
  const view = twinView(example, twin, examples, context);
  if (view === undefined)
    report(`twin "${twin.symptom}" of example "${example.id}" has no proof of both halves`);
  return view && {component: 'TwinEmbed', view};
}

import type {Example} from '../../../example/collect/example';
import {factSchema, suggestFact} from '../../../proof/expect/factPaths';
import {factAt} from '../../../proof/expect/facts';
import {BUILD} from '../../../example/model/twin';
import type {Proof} from '../../../proof/model/receipt';
import type {MeasuredView} from '../../model/proseViews';
import {messageOf} from '../../../messageOf';
import {suggest} from '../../../nearest';
import {standingsFor, variantOf} from '../../views/context';
import {checkScenarioId, readExample, readPlatform, readVariant} from '../common';
import {defaultFormat, FORMATS, formatValue} from '../format';
import {partOf, plainValue, valueOfRun, type PlainValue} from '../runValue';
import type {DirectiveRequest, Embed} from '../types';
import {claimId} from './claimId';
import {measuredWords} from './words';

/** Stands for the value in a label. */
const PLACEHOLDER = '%';
const UNBACKED = `a label without ${PLACEHOLDER} states something: give the value that makes it true as is="…"`;

/**
 * `:measured[label]{id fact | id scenario value, match, as, is, variant, platform}`: a value in a sentence, from a receipt.
 * `match` takes a part of it, the group of a regular expression. `scenario=build value=seconds` is how long a build without cached
 * layers took.
 * `%` in the label stands for the value; a label without it is a statement, and needs `is`, the value that
 * makes it true: the build fails when the measurement says otherwise.
 */
export function measuredDirective(request: DirectiveRequest): Embed | undefined {
  const view = measuredView(request);
  return view && {component: 'Measured', view};
}

/** What the directive reads; undefined when it can't and that was reported. */
export function measuredView(request: DirectiveRequest): MeasuredView | undefined {
  const {attributes, report, label} = request;
  if (attributes.has('engine')) return measuredOfEngine(request);
  const example = readExample(request);
  const variant = readVariant(request, example);
  const asked = {
    fact: attributes.optional('fact'),
    scenario: attributes.optional('scenario'),
    value: attributes.optional('value'),
  };
  const match = attributes.optional('match');
  const as = attributes.optional('as');
  const is = attributes.optional('is');
  const platform = readPlatform(request, example, variant?.id);
  attributes.finish();
  if (as !== undefined && !FORMATS.has(as)) report(`unknown format ${as}; ${suggest(as, FORMATS.keys())}`);
  if (label !== '' && !label.includes(PLACEHOLDER) && is === undefined) {
    report(UNBACKED);
    return undefined;
  }
  if (example === undefined || variant === undefined || platform === undefined) return undefined;
  const chosen = variantOf(example, variant.id);
  const standing = standingsFor(example, chosen.id, request.context).find(
    (one) => platform.name === undefined || one.platform === platform.name,
  );
  if (standing?.proof === undefined) {
    report(`example "${example.id}" (${chosen.id}) has no proof to read a value from`);
    return undefined;
  }
  const whole =
    asked.fact === undefined
      ? readRun(request, example, standing.proof, asked)
      : readFact(request, example, standing.proof, asked.fact);
  const found = match === undefined ? whole : readPart(request, whole, match);
  if (found === undefined) return undefined;
  const text = orReport(request, () => formatValue(found.value, as ?? defaultFormat(found.name)));
  if (text === undefined) return undefined;
  if (is !== undefined && String(found.value) !== is && text !== is) {
    report(`"${label}" does not hold: ${found.source} is ${JSON.stringify(found.value)}, not ${is}`);
    return undefined;
  }
  const origin = {example: example.id, variant: chosen.id, platform: standing.platform, match};
  const {fact, scenario = '', value = ''} = asked;
  return {
    text: label === '' ? text : label.replaceAll(PLACEHOLDER, () => text),
    claim: claimId(fact === undefined ? {...origin, scenario, value} : {...origin, fact}),
    example: example.id,
    variant: chosen.id,
    platform: standing.platform,
    scenario: asked.fact === undefined ? (asked.scenario ?? null) : null,
    source: found.source,
    href: found.href,
    state: standing.state,
    provedAt: standing.proof.provedAt,
  };
}

/** `:measured[label]{engine case value match is}`: what an engine said, instead of an example. */
function measuredOfEngine(request: DirectiveRequest): MeasuredView | undefined {
  const {attributes, report, label} = request;
  const [is, match] = [attributes.optional('is'), attributes.optional('match')];
  const words = measuredWords(request);
  attributes.finish();
  const found = match === undefined ? words?.found : readPart(request, words?.found, match);
  if (words === undefined || found === undefined) return undefined;
  const text = String(found.value);
  if (label !== '' && !label.includes(PLACEHOLDER) && is === undefined) {
    report(UNBACKED);
    return undefined;
  }
  if (is !== undefined && text !== is) {
    report(`"${label}" does not hold: ${found.source} is ${JSON.stringify(text)}, not ${is}`);
    return undefined;
  }
  return {
    text: label === '' ? text : label.replaceAll(PLACEHOLDER, () => text),
    claim: claimId({...words.asked, match}),
    ...{example: null, variant: null, platform: null, scenario: null, source: found.source, href: found.href},
    ...{state: words.state, provedAt: words.provedAt},
  };
}

interface Found {
  value: PlainValue;
  name: string;
  source: string;
  href: string;
}

function readFact(
  {report, context}: DirectiveRequest,
  example: Example,
  proof: Proof,
  fact: string,
): Found | undefined {
  const value = proof.image === null ? undefined : factAt(proof.image, fact);
  if (value === undefined)
    report(
      factSchema(fact) === undefined
        ? `there is no fact "${fact}"; ${suggestFact(fact)}`
        : `the inspection of example "${example.id}" has no fact "${fact}"`,
    );
  const plain = plainValue(value);
  if (value !== undefined && plain === undefined) report(`fact "${fact}" is no single value`);
  if (plain === undefined) return undefined;
  return {
    value: plain,
    name: fact,
    source: `Inspection of ${example.id} (${proof.variant}, ${proof.platform}): ${fact}`,
    href: `${context.addresses.page(example.id)}#image`,
  };
}

interface Asked {
  scenario: string | undefined;
  value: string | undefined;
}

function readRun(
  {report, context}: DirectiveRequest,
  example: Example,
  proof: Proof,
  asked: Asked,
): Found | undefined {
  if (asked.scenario === undefined || asked.value === undefined) {
    report('expected either fact, or scenario and value');
    return undefined;
  }
  if (asked.scenario === BUILD) {
    if (asked.value === 'seconds') {
      const {cleanSeconds} = proof.build;
      if (cleanSeconds === undefined) {
        report(
          `no build of "${example.id}" (${proof.variant}) without cached layers was timed: run verify ${example.id} --force`,
        );
        return undefined;
      }
      const source = `Build of ${example.id} (${proof.variant}): seconds`;
      return {
        value: cleanSeconds,
        name: 'seconds',
        source,
        href: `${context.addresses.page(example.id)}#receipt`,
      };
    }
    report(`a build has no value "${asked.value}": expected seconds`);
    return undefined;
  }
  if (!checkScenarioId(asked.scenario, example, report)) return undefined;
  const run = proof.scenarios.find(({id}) => id === asked.scenario);
  if (run === undefined) {
    report(
      `scenario "${asked.scenario}" of example "${example.id}" was not run for variant "${proof.variant}"`,
    );
    return undefined;
  }
  const value = valueOfRun(run, asked.value);
  if (value === undefined) {
    report(
      `scenario "${asked.scenario}" of example "${example.id}" has no value "${asked.value}": expected exit, seconds, dns, stdout, stderr, stdout.PATH, stderr.PATH or http.N.PATH, where PATH leads through JSON`,
    );
    return undefined;
  }
  const source = `Scenario ${run.id} of ${example.id} (${proof.variant}): ${asked.value}`;
  return {value, name: asked.value, source, href: context.addresses.scenario(example.id, run.id)};
}

function readPart(request: DirectiveRequest, whole: Found | undefined, match: string): Found | undefined {
  if (whole === undefined) return undefined;
  const report = (message: string) => {
    request.report(`match="${match}": ${message}`);
  };
  const value = orReport({report}, () => partOf(whole.value, match));
  return value === undefined ? undefined : {...whole, value};
}

/** What a step gives; undefined when it can't and that was reported. */
function orReport({report}: Pick<DirectiveRequest, 'report'>, step: () => string): string | undefined {
  try {
    return step();
  } catch (error) {
    report(messageOf(error));
    return undefined;
  }
}

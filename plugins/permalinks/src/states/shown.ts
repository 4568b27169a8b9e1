import {createHash} from 'node:crypto';
import type {Example} from '../../../verified-examples/src/example/collect/example';
import {BUILD} from '../../../verified-examples/src/example/model/twin';
import {optionLines} from '../../../verified-examples/src/example/collect/options';
import {optionsIn} from '../../../verified-examples/src/pages/views/options';
import type {Collection} from '../../../verified-examples/src/proof/collection';
import type {Proof, ScenarioResult} from '../../../verified-examples/src/proof/model/receipt';

/** One recorded run of an example's variant, or its build. */
export interface RunRef {
  example: Example;
  variant: string;
  /** `build` of the build itself. */
  scenario: string;
}

export interface ProvedRun extends RunRef {
  proof: Proof;
  /** Undefined: the build. */
  result: ScenarioResult | undefined;
}

/** SHA-256 of a value in 64 hex digits; the order of keys does not matter. */
export function keyOfShown(shown: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(shown)))
    .digest('hex');
}

/** The proofs of an example that its page shows, one a variant and platform. */
export function proofsOf(example: Example, {standings}: Collection): Proof[] {
  return standings.flatMap((one) => (one.example.id === example.id && one.proof ? [one.proof] : []));
}

/** @returns Undefined where it is not proved, which a build refuses elsewhere */
export function provedRun(run: RunRef, collection: Collection): ProvedRun | undefined {
  const proof = proofsOf(run.example, collection).find(({variant}) => variant === run.variant);
  return proof && {...run, proof, result: proof.scenarios.find(({id}) => id === run.scenario)};
}

/** What of a run is shown and no other run of the same prints otherwise. */
export function shownRun({example, variant, scenario, proof, result}: ProvedRun): unknown {
  return {
    example: example.id,
    ...{variant, scenario, platform: proof.platform},
    ...madeFrom(proof),
    build: [proof.build.command, proof.build.outcome, scenario === BUILD ? proof.build.output : ''],
    result: result && shownResult(example, result),
  };
}

/** Everything of an example that is shown, as {@link shownRun}. */
export function shownExample(example: Example, collection: Collection): unknown {
  const {title, summary, recipe, scenarios, variants, matrix} = example.manifest;
  const options = optionsIn({collection}).filter((option) => option.recipe.id === example.id);
  return {
    ...{title, summary, recipe, matrix},
    options:
      options.length === 0
        ? undefined
        : options.map((option) => [option.title, optionLines(option.recipe, option.example, option.variant)]),
    scenarios: scenarios.map((one) => [one.id, one.title]),
    variants: Object.entries(variants).map(([id, variant]) => [id, variant.title]),
    proofs: proofsOf(example, collection).map((proof) => ({
      ...{variant: proof.variant, platform: proof.platform},
      ...madeFrom(proof),
      build: [proof.build.command, proof.build.outcome],
      results: proof.scenarios.map((result) => shownResult(example, result)),
    })),
  };
}

/** The bytes and bases that a proof is of. The version of the runner is in a receipt's key and changes nothing shown. */
function madeFrom({world, keyParts: {context, fixtures, bases}}: Proof): object {
  return {world, context, fixtures, bases};
}

/** Seconds, ports and the figures of a measurement are of one run. */
function shownResult(example: Example, {id, command, exit, stdout, stderr}: ScenarioResult): unknown {
  const measures = example.manifest.scenarios.find((one) => one.id === id)?.measures === true;
  return measures ? {id, command, exit} : {id, command, exit, stdout, stderr};
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

import type {Example} from '../collect/example';
import type {Proof} from '../model/receipt';
import {checkFacts} from './facts';
import {checkScenario} from './scenario';
import {checkText, type Mismatch} from './text';

export interface ScenarioMismatch extends Mismatch {
  /** Null: of the build or the image, not of a run. */
  scenario: string | null;
}

/**
 * Whether what a proof recorded is what the manifest asks for: the build's outcome, the facts of the image, and
 * every scenario of the variant. Pure: the verifier asks it of a fresh run, the gate of a receipt.
 */
export function checkProof(
  example: Example,
  proof: Pick<Proof, 'variant' | 'build' | 'image' | 'scenarios'>,
): ScenarioMismatch[] {
  const {manifest} = example;
  const mismatches: ScenarioMismatch[] = checkBuild(example, proof.build).map((one) => ({
    ...one,
    scenario: null,
  }));
  if (proof.image === null) {
    if (manifest.build === 'success') mismatches.push(missing(null, 'image', 'an inspected image'));
    return mismatches;
  }
  mismatches.push(
    ...checkFacts({...manifest.facts, ...manifest.variants[proof.variant]?.facts}, proof.image).map(
      (one) => ({...one, scenario: null}),
    ),
  );
  if (manifest.binary !== undefined && proof.image.binary === null) {
    mismatches.push(missing(null, 'binary', `a program at ${manifest.binary}`));
  }
  const expected = manifest.scenarios.filter(
    (scenario) => scenario.variants?.includes(proof.variant) ?? true,
  );
  for (const scenario of expected) {
    const result = proof.scenarios.find((candidate) => candidate.id === scenario.id);
    if (result === undefined) mismatches.push(missing(scenario.id, 'run', 'a recorded run'));
    else mismatches.push(...checkScenario(scenario, result).map((one) => ({...one, scenario: scenario.id})));
  }
  for (const twin of manifest.twins) {
    const run = proof.scenarios.find((candidate) => candidate.id === twin.fails);
    if (run !== undefined && !`${run.stdout}\n${run.stderr}`.includes(twin.text)) {
      mismatches.push({
        ...missing(twin.fails, `symptom ${twin.symptom}`, JSON.stringify(twin.text)),
        got: run.stderr || run.stdout,
      });
    }
  }
  return mismatches;
}

function checkBuild({manifest}: Example, build: Proof['build']): Mismatch[] {
  const expected = manifest.build === 'success' ? 'success' : 'failure';
  if (build.outcome !== expected) return [{what: 'build', expected, got: build.outcome}];
  return manifest.build === 'success' ? [] : checkText('build output', manifest.build.failure, build.output);
}

function missing(scenario: string | null, what: string, expected: string): ScenarioMismatch {
  return {scenario, what, expected, got: 'nothing'};
}

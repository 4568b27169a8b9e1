import type {Example} from '../../example/collect/example';
import {buildCommand, runCommands} from '../../example/commands/ofVariant';
import type {BuildExpectation} from '../../example/model/manifest';
import type {Proof} from '../model/receipt';
import {factsOn} from '../../example/model/facts';
import {binaryOf, buildOf, scenariosOf} from '../../example/model/variant';
import {checkFacts} from './facts';
import {platformFacts} from './platformFacts';
import {checkScenario} from './scenario';
import {checkText, type Mismatch} from './text';

export interface ScenarioMismatch extends Mismatch {
  /** Null: of the build or the image, not of a run. */
  scenario: string | null;
}

/**
 * Whether what a proof recorded is what the manifest asks for: the build's outcome, the facts of the image
 * and every scenario of the variant. Pure: the verifier asks it of a fresh run, the gate of a receipt.
 */
export function checkProof(
  example: Example,
  proof: Pick<Proof, 'variant' | 'platform' | 'build' | 'image' | 'scenarios'>,
): ScenarioMismatch[] {
  const {manifest} = example;
  const build = buildOf(manifest, proof.variant);
  const mismatches: ScenarioMismatch[] = [
    ...checkBuild(build, proof.build),
    ...checkCommand(buildCommand(example, proof.variant, proof.platform), proof.build.command),
  ].map((one) => ({
    ...one,
    scenario: null,
  }));
  if (proof.image === null) {
    if (build === 'success') mismatches.push(missing(null, 'image', 'an inspected image'));
    return mismatches;
  }
  mismatches.push(
    ...checkFacts(
      {
        ...platformFacts(proof.platform, proof.image),
        ...factsOn(manifest.facts, proof.platform),
        ...factsOn(manifest.variants[proof.variant]?.facts ?? {}, proof.platform),
      },
      proof.image,
    ).map((one) => ({...one, scenario: null})),
  );
  const binary = binaryOf(manifest, proof.variant);
  if (binary !== undefined && proof.image.binary === null) {
    mismatches.push(missing(null, 'binary', `a program at ${binary}`));
  }
  for (const scenario of scenariosOf(manifest, proof.variant)) {
    const result = proof.scenarios.find((candidate) => candidate.id === scenario.id);
    if (result === undefined) mismatches.push(missing(scenario.id, 'run', 'a recorded run'));
    else {
      const command = runCommands(example, proof.variant, proof.platform, scenario).join('\n');
      mismatches.push(
        ...[...checkCommand(command, result.command), ...checkScenario(scenario, result)].map((one) => ({
          ...one,
          scenario: scenario.id,
        })),
      );
    }
  }
  for (const twin of manifest.twins) {
    if (twin.variant !== undefined && twin.variant !== proof.variant) continue;
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

function checkBuild(expectation: BuildExpectation, build: Proof['build']): Mismatch[] {
  const expected = expectation === 'success' ? 'success' : 'failure';
  if (build.outcome !== expected) return [{what: 'build', expected, got: build.outcome}];
  return expectation === 'success' ? [] : checkText('build output', expectation.failure, build.output);
}

/** What a page shows is what ran: the manifest as it is now gives the very words that were recorded. */
function checkCommand(expected: string, got: string): Mismatch[] {
  return expected === got ? [] : [{what: 'command', expected, got}];
}

function missing(scenario: string | null, what: string, expected: string): ScenarioMismatch {
  return {scenario, what, expected, got: 'nothing'};
}

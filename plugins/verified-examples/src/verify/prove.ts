import type {BuildResult} from '../engine/types';
import {besideImage, runImage} from '../engine/identity';
import {failureOf} from '../proof/expect/buildOutput';
import {normalise} from '../proof/expect/normalise';
import {checkProof, type ScenarioMismatch} from '../proof/expect/proof';
import {keyOf, type BaseIdentity, keyParts} from '../proof/keys/key';
import {buildOf, scenariosOf} from '../example/model/variant';
import type {Proof, ScenarioResult} from '../proof/model/receipt';
import {endOfBuild, tail} from './endOfBuild';
import {inspectBuilt} from './inspectBuilt';
import {nameOf, type Job} from './plan';
import {buildCommand} from '../example/commands/ofVariant';
import {repeatText} from './repeat';
import {addReproducibility} from './secondBuild';
import type {ScenarioRun} from './runScenario';
import {runScenarios} from './runScenarios';
import {buildImage, preparedFor} from './buildImage';
import type {Session} from './session';

/** Why a job gave no proof, with the command that repeats it. */
export interface Failure extends ScenarioMismatch {
  command: string;
}

export interface Attempt {
  job: Job;
  /** Without seal; undefined when there are failures. */
  proof: Omit<Proof, 'seal'> | undefined;
  failures: Failure[];
  /** The images, when they were built and are left for repeating what failed. */
  keptImages?: readonly string[] | undefined;
  scenarios: number;
  seconds: number;
}

/** Builds, inspects and runs one job. Never throws for what the example did; throws when the engine fails. */
export async function prove(
  session: Session,
  job: Job,
  identity: BaseIdentity,
  step: (text: string) => void,
): Promise<Attempt> {
  const started = performance.now();
  const made: string[] = [];
  let keptImages: readonly string[] = [];
  const done = (proof: Attempt['proof'], failures: Failure[], scenarios = 0): Attempt => {
    if (failures.length > 0) keptImages = [...made];
    const seconds = round((performance.now() - started) / 1000);
    return {job, proof: failures.length === 0 ? proof : undefined, failures, keptImages, scenarios, seconds};
  };
  const keyed = keyParts(job, identity);
  if ('unknownBases' in keyed)
    throw new Error(`${nameOf(job)}: no identity for ${keyed.unknownBases.join(', ')}`);
  const image = runImage(session.engine.identity, runName(job));
  try {
    step('building');
    const build = await buildImage(session, job, {tag: image, clean: session.noCache});
    const repeatBuild = repeatText(session.engine, {command: build.command});
    if (build.succeeded) made.push(image);
    const built = {
      ...recordBuild(job, build),
      ...(session.noCache && {cleanSeconds: round(build.seconds)}),
    };
    const expected = buildOf(job.example.manifest, job.variant) === 'success' ? 'success' : 'failure';
    if (built.outcome !== expected || build.timedOut) {
      const got = built.outcome === 'failure' ? endOfBuild(job, build) : 'success';
      return done(undefined, [{scenario: null, what: 'build', expected, got, command: repeatBuild}]);
    }
    const common = {
      ...{world: job.world, variant: job.variant, platform: job.platform},
      ...{
        key: keyOf(keyed.parts),
        keyParts: keyed.parts,
        provedAt: `${new Date().toISOString().slice(0, 19)}Z`,
      },
      engine: {
        name: session.engine.name,
        version: session.engine.version,
        builder: session.engine.builder,
        runtime: session.engine.runtime,
      },
      bases: preparedFor(session, job).map(({platform, base: {use}}) =>
        use.provenance === 'rebuilt' && platform !== job.platform ? {...use, platform} : use,
      ),
      build: built,
      moved: [],
    };
    if (built.outcome === 'failure') {
      const proof = {...common, image: null, scenarios: []};
      return done(
        proof,
        checkProof(job.example, proof).map((mismatch) => ({...mismatch, command: repeatBuild})),
      );
    }
    step('inspecting');
    const {inspection, rootfs} = await inspectBuilt(session, job, image);
    for (const stage of stagesOf(job)) {
      const tag = besideImage(image, stage);
      const {succeeded, ...ended} = await buildImage(session, job, {tag, clean: session.noCache, stage});
      if (succeeded) made.push(tag);
      else {
        const command = repeatText(session.engine, {command: ended.command});
        const got = endOfBuild(job, {succeeded, ...ended});
        return done(undefined, [{scenario: null, what: `stage ${stage}`, expected: 'success', got, command}]);
      }
    }
    step('running scenarios');
    const runs = await runScenarios(session, job, image, rootfs);
    if (inspection.binary !== null && session.reproduce) step('building again, clean');
    const again = await addReproducibility(session, job, inspection, `${runName(job)}-again`);
    const clean = [built.cleanSeconds, again.seconds].filter((seconds) => seconds !== undefined);
    const proof = {
      ...common,
      build: {...built, ...(clean.length > 0 && {cleanSeconds: round(Math.min(...clean))})},
      image: again.inspection,
      scenarios: runs.map(({result}) => result),
    };
    const failures = failuresOf(job, proof, runs, repeatBuild);
    return done(proof, again.failure === undefined ? failures : [...failures, again.failure], runs.length);
  } finally {
    for (const one of made)
      if (!keptImages.includes(one)) await session.engine.removeImage(one).catch(() => undefined);
  }
}

/** Stages whose images bring tools. */
function stagesOf({example: {manifest}, variant}: Job): string[] {
  return [...new Set(scenariosOf(manifest, variant).flatMap(({look}) => look?.stage ?? []))];
}

/** Part of an image's name; platforms of one variant may be proved at a time. */
function runName({example, variant, platform}: Job): string {
  return `${example.id}-${variant}-${platform.replace('linux/', '').replaceAll('/', '-')}`;
}

function recordBuild(
  {example, variant, platform}: Job,
  {succeeded, output, seconds}: BuildResult,
): Proof['build'] {
  return {
    command: buildCommand(example, variant, platform),
    outcome: succeeded ? 'success' : 'failure',
    output: succeeded ? '' : normalise(tail(failureOf(output)), {rules: example.manifest.normalise}),
    seconds: round(seconds),
  };
}

function failuresOf(
  job: Job,
  proof: Pick<Proof, 'variant' | 'platform' | 'build' | 'image' | 'scenarios'>,
  runs: readonly ScenarioRun[],
  repeatBuild: string,
): Failure[] {
  const commands = new Map(runs.map(({result, command}) => [result.id, command]));
  const broken = runs.flatMap(({result, ran, broken: reasons, command}) =>
    reasons.map((got): Failure => ({
      scenario: result.id,
      what: 'run',
      expected: ran ? 'a run that ends within its limits' : 'a lab that serves what dns says',
      got: withOutput(got, result),
      command,
    })),
  );
  const notRun = new Set(runs.filter(({ran}) => !ran).map(({result}) => result.id));
  const mismatches = checkProof(job.example, proof)
    .filter(({scenario}) => scenario === null || !notRun.has(scenario))
    .map((mismatch): Failure => ({
      ...mismatch,
      command: mismatch.scenario === null ? repeatBuild : (commands.get(mismatch.scenario) ?? repeatBuild),
    }));
  return [...broken, ...mismatches];
}

function withOutput(reason: string, {stdout, stderr}: ScenarioResult): string {
  return [reason, tail(stdout), tail(stderr)].filter((part) => part !== '').join('\n');
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}

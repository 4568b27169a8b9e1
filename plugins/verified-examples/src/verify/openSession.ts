import type {Pins} from '../../../base-images/src/pins';
import {prepareBases} from '../bases/prepare';
import {pullBase} from '../bases/pull';
import {basesFor, type BaseNeed} from '../collect/basePlatforms';
import type {SourceFile} from '../collect/files';
import type {Engine} from '../engine/types';
import {binaryOf} from '../model/variant';
import type {Collection} from '../site';
import {buildTurns} from './buildTurns';
import {requireEmulation} from './emulation';
import {buildLab, hostPlatform, labBases, TOOLBOX} from './fixtures';
import {requireOnePlatform} from './onePlatform';
import type {VerifyOptions} from './options';
import type {Job, PlannedJob} from './plan';
import type {PreparedBase, Session} from './session';

export interface SessionRequest {
  engine: Engine;
  options: VerifyOptions;
  pins: Pins;
  cacheDir: string;
  folder: string;
  signal: AbortSignal;
  onProgress: (line: string) => void;
  jobs: readonly Job[];
}

/** Makes ready what the jobs share: bases, the lab's image, the toolbox. */
export async function openSession(request: SessionRequest): Promise<Session> {
  const {engine, options, folder, signal, onProgress, jobs} = request;
  const forgotten = (options.check || options.force) && (await engine.forgetBuilds({signal}));
  const common = {...request, world: jobs[0]?.world ?? 'rebuilt'};
  const bases = new Map<string, ReadonlyMap<string, PreparedBase>>();
  for (const [platform, refs] of refsByPlatform(jobs)) {
    const prepared = await prepareBases({...common, refs, platform});
    bases.set(platform, prepared);
    // A builder elsewhere pulls for itself.
    if (options.builder === undefined)
      for (const base of prepared.values()) await pullBase(base, {...request, platform});
  }
  requireOnePlatform(jobs, bases);
  await requireEmulation({engine, platforms: jobs.map(({platform}) => platform), folder, signal});
  const lab = labOf(jobs);
  const own = await prepareBases({...common, refs: ownBases(jobs), platform: hostPlatform()});
  const toolbox = own.get(TOOLBOX);
  if (lab !== undefined) onProgress('building the lab');
  return {
    engine,
    folder,
    signal,
    bases,
    labImage: lab === undefined ? undefined : await buildLab(engine, lab, own, {folder, signal}),
    toolboxImage:
      toolbox === undefined ? undefined : await pullBase(toolbox, {...request, platform: hostPlatform()}),
    builder: options.builder,
    noCache: (options.check || options.force) && !forgotten,
    turns: buildTurns(engine),
    reproduce: !options.check,
  };
}

/** Every base that the jobs, and the verifier for them, need. */
export function basesOf(jobs: readonly PlannedJob[]): string[] {
  const refs = jobs.flatMap((job) => basesOfJob(job).map(({ref}) => ref));
  return [...new Set([...refs, ...ownBases(jobs)])].sort();
}

/** What one job is built from, on which platform. */
export function basesOfJob({example, variant, platform}: PlannedJob): BaseNeed[] {
  const facts = example.variants[variant]?.dockerfileFacts;
  return facts === undefined ? [] : basesFor(facts, platform);
}

function refsByPlatform(jobs: readonly PlannedJob[]): Map<string, string[]> {
  const needs = jobs.flatMap(basesOfJob);
  const platforms = [...new Set(needs.map(({platform}) => platform))];
  return new Map(
    platforms.map((platform) => {
      const here = needs.filter((need) => need.platform === platform);
      return [platform, [...new Set(here.map(({ref}) => ref))].sort()];
    }),
  );
}

/** Every variant of every example: what pins are for. */
export function allJobs({standings}: Collection): PlannedJob[] {
  return standings.map(({example, variant, platform}) => ({example, variant, platform, reason: ''}));
}

/** For the tools that read programs, and for the lab. */
function ownBases(jobs: readonly PlannedJob[]): string[] {
  const lab = labOf(jobs);
  const reads = jobs.some(({example, variant}) => binaryOf(example.manifest, variant) !== undefined);
  return [...(reads ? [TOOLBOX] : []), ...(lab === undefined ? [] : labBases(lab))];
}

function labOf(jobs: readonly PlannedJob[]): readonly SourceFile[] | undefined {
  return jobs.find(({example}) => example.lab.length > 0)?.example.lab;
}

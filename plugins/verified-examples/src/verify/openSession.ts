import type {Pins} from '../../../base-images/src/pins';
import {prepareBases} from '../bases/prepare';
import type {SourceFile} from '../collect/files';
import type {Engine} from '../engine/types';
import type {Collection} from '../site';
import {buildLab, hostPlatform, labBases, TOOLBOX} from './fixtures';
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
  const common = {...request, world: jobs[0]?.world ?? 'rebuilt'};
  const bases = new Map<string, PreparedBase>();
  for (const platform of new Set(jobs.map((job) => job.platform))) {
    for (const [ref, base] of await prepareBases({...common, refs: basesOf(jobs), platform}))
      bases.set(ref, base);
  }
  const lab = labOf(jobs);
  const own = await prepareBases({...common, refs: ownBases(jobs), platform: hostPlatform()});
  if (lab !== undefined) onProgress('building the lab');
  return {
    engine,
    folder,
    signal,
    bases,
    labImage: lab === undefined ? undefined : await buildLab(engine, lab, own, {folder, signal}),
    toolboxImage: own.get(TOOLBOX)?.engineRef,
    builder: options.builder,
    noCache: options.check || options.force,
    reproduce: !options.check,
  };
}

/** Every base that the jobs, and the verifier for them, need. */
export function basesOf(jobs: readonly PlannedJob[]): string[] {
  const refs = jobs.flatMap(({example, variant}) => example.variants[variant]?.dockerfileFacts.bases ?? []);
  return [...new Set([...refs, ...ownBases(jobs)])].sort();
}

/** Every variant of every example: what pins are for. */
export function allJobs({standings}: Collection): PlannedJob[] {
  return standings.map(({example, variant, platform}) => ({example, variant, platform, reason: ''}));
}

/** For the tools that read programs, and for the lab. */
function ownBases(jobs: readonly PlannedJob[]): string[] {
  const lab = labOf(jobs);
  const reads = jobs.some(({example}) => example.manifest.binary !== undefined);
  return [...(reads ? [TOOLBOX] : []), ...(lab === undefined ? [] : labBases(lab))];
}

function labOf(jobs: readonly PlannedJob[]): readonly SourceFile[] | undefined {
  return jobs.find(({example}) => example.lab.length > 0)?.example.lab;
}

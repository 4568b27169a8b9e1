import type {Pins} from '../../../base-images/src/pins';
import {toolsOf} from '../example/collect/basePlatforms';
import {prepareBases} from './bases/prepare';
import {pullBase} from './bases/pull';
import type {Engine} from '../engine/types';
import {buildTurns} from './buildTurns';
import {requireEmulation} from './emulation';
import {buildLab, TOOLBOX} from './fixtures';
import {basesByPlatform, labOf} from './neededBases';
import {requireOnePlatform} from './onePlatform';
import type {VerifyOptions} from './flags';
import type {Job} from './plan';
import type {PreparedBase, Session} from './session';

interface SessionRequest {
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
  for (const [platform, refs] of basesByPlatform(jobs, engine.platform)) {
    const prepared = await prepareBases({...common, refs, platform});
    bases.set(platform, prepared);
    // A builder elsewhere pulls for itself.
    if (options.builder === undefined)
      for (const base of prepared.values()) await pullBase(base, {...request, platform});
  }
  requireOnePlatform(jobs, bases);
  await requireEmulation({engine, platforms: jobs.map(({platform}) => platform), folder, signal});
  const lab = labOf(jobs);
  const own = bases.get(engine.platform) ?? new Map<string, PreparedBase>();
  if (lab !== undefined) onProgress('building the lab');
  return {
    engine,
    folder,
    signal,
    bases,
    labImage: lab === undefined ? undefined : await buildLab(engine, lab, own, {folder, signal}),
    tools: await toolImages(own, request),
    builder: options.builder,
    noCache: (options.check || options.force) && !forgotten,
    turns: buildTurns(engine),
    reproduce: !options.check && !options.buildOnce,
  };
}

/** Images that tools are run from, whichever of the engine's own platform's bases those are. */
async function toolImages(
  own: ReadonlyMap<string, PreparedBase>,
  request: SessionRequest,
): Promise<Map<string, string>> {
  const wanted = new Set([
    TOOLBOX,
    ...request.jobs.flatMap(({example, variant}) => toolsOf(example.manifest, variant)),
  ]);
  const images = new Map<string, string>();
  for (const [ref, base] of own)
    if (wanted.has(ref))
      images.set(ref, await pullBase(base, {...request, platform: request.engine.platform}));
  return images;
}

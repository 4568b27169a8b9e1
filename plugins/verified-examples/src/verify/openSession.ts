import type {Pins} from '../../../base-images/src/pins';
import {BUILD_PLATFORM, toolsOf} from '../example/collect/basePlatforms';
import {prepareBases} from './bases/prepare';
import {namedTrust} from './bases/machineTrust';
import {isChanged, pullBase} from './bases/pull';
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
    // A builder elsewhere pulls for itself.
    bases.set(
      platform,
      options.builder === undefined ? await pulled(prepared, {...request, platform}) : prepared,
    );
  }
  requireOnePlatform(jobs, bases);
  await requireEmulation({engine, platforms: jobs.flatMap(platformsRun), folder, signal});
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

/** Where programs of a job run: those of its image, and those of its build. */
function platformsRun({example, variant, platform}: Job): string[] {
  return [platform, example.variants[variant]?.buildPlatform ?? BUILD_PLATFORM];
}

/** Makes bases images of this engine. */
async function pulled(
  bases: ReadonlyMap<string, PreparedBase>,
  request: SessionRequest & {platform: string},
): Promise<Map<string, PreparedBase>> {
  const here = new Map<string, PreparedBase>();
  const trust = namedTrust();
  for (const [ref, base] of bases) {
    const tag = await pullBase(base, {...request, trust});
    here.set(ref, isChanged(base.use, {trust}) ? {...base, engineRef: tag} : base);
  }
  return here;
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

import {
  catalogue,
  findBase,
  listBases,
  nearestBases,
  rebuildBases,
  rebuildCommand,
  recipeDigest,
  SCRATCH,
  type CatalogueEntry,
} from '../../../../base-images/src';
import {cacheFolder} from '../../../../base-images/src/cacheFolder';
import {COMPARED} from '../../../../base-images/src/compared';
import {openEngine} from '../../engine/open';
import type {PluginOptions} from '../../settings';
import {collect} from '../../proof/collection';
import {withCleanup} from '../cleanup';
import {EXIT, exitCodeOf, type ExitCode} from '../exitCode';
import {LOCAL_PLATFORM} from '../../engine/platform';
import {basesByPlatform} from '../neededBases';
import {parseOptions, UsageError, type RawOptions} from '../flags';
import {planOffline} from '../plan';
import {machineTrust} from './machineTrust';
import {measureBase, measureScratch} from './measure';
import {measurePulled} from './measurePulled';
import {withEngine} from '../withEngine';
import {writeBaseFacts, type BaseImage} from '../../proof/bases/facts';

interface BasesRequest {
  siteDir: string;
  plugin: PluginOptions;
  refs: readonly string[];
  raw: RawOptions;
}

/**
 * `docusaurus bases`: lists, or rebuilds and measures, the catalogue; or measures what only registries have.
 *
 * @returns The exit code; every expected failure has been printed
 */
export function basesCommand(request: BasesRequest): Promise<ExitCode> {
  return exitCodeOf(async () => {
    refuseUsage(request);
    if (request.raw.list === true) {
      listBases(print);
      return EXIT.proved;
    }
    const work = request.raw.registry === true ? measureOfRegistries : rebuild;
    const {interrupted} = await withCleanup((scope) => work({...request, ...scope}));
    return interrupted ? EXIT.interrupted : EXIT.proved;
  });
}

/** @throws UsageError that lists every base that cannot be rebuilt as it was asked for */
function refuseUsage({refs, raw}: BasesRequest): void {
  const platform = String(raw.platform);
  const platforms = [...new Set(catalogue.flatMap((entry) => entry.platforms))].sort();
  if (!platforms.includes(platform))
    throw new UsageError(`--platform: expected ${platforms.join(' or ')}, got ${platform}`);
  if (raw.registry === true) {
    refuseRegistryUsage({refs, raw});
    return;
  }
  if (raw.used === true && (raw.list === true || raw.write === true || refs.length > 0))
    throw new UsageError('--used says which bases; it stands alone.');
  const wrong = refs.flatMap((ref) => {
    const entry = findBase(ref);
    if (entry === undefined)
      return [`${ref} is not in the catalogue; nearest: ${nearestBases(ref).join(', ')}`];
    if (entry.platforms.includes(platform)) return [];
    return [`${ref} has no recipe for ${platform}, only for ${entry.platforms.join(' and ')}`];
  });
  if (wrong.length > 0) throw new UsageError(wrong.join('\n'));
}

/** @throws UsageError that lists every base that a registry is not asked for */
function refuseRegistryUsage({refs, raw}: Pick<BasesRequest, 'refs' | 'raw'>): void {
  if (raw.list === true || raw.used === true || raw.write === true)
    throw new UsageError(
      '--registry measures what is pulled; --list, --used and --write are of rebuilt bases.',
    );
  const known = COMPARED.map(({ref}) => ref);
  const wrong = refs.filter((ref) => !known.includes(ref));
  if (wrong.length > 0)
    throw new UsageError(
      `${wrong.join(', ')}: not among those that only registries have; known: ${known.join(', ')}`,
    );
}

interface RebuildRequest extends BasesRequest {
  folder: string;
  signal: AbortSignal;
}

async function measureOfRegistries({siteDir, refs, raw, folder, signal}: RebuildRequest): Promise<void> {
  const onProgress = (line: string) => process.stderr.write(`${line}\n`);
  const cacheDir = cacheFolder();
  const {engine: wanted} = parseOptions([], {engine: raw.engine});
  const engine = await openEngine({wanted, cacheDir, signal, onProgress});
  const bases = COMPARED.filter(({ref}) => refs.length === 0 || refs.includes(ref));
  const today = new Date().toISOString().slice(0, 10);
  const say = (ref: string, written: boolean) => {
    print(`${ref}: ${written ? 'written' : 'unchanged'}`);
  };
  const request = {siteDir, engine, bases, cacheDir, folder, today, signal, onProgress, say};
  await withEngine(engine, () => measurePulled(request), onProgress);
}

async function rebuild({siteDir, plugin, refs, raw, signal}: RebuildRequest): Promise<void> {
  const platform = String(raw.platform);
  const request = {
    cacheDir: cacheFolder(),
    signal,
    onProgress: (line: string) => process.stderr.write(`${line}\n`),
    ...machineTrust(),
  };
  if (raw.write !== true) {
    for (const [of, names] of raw.used === true ? usedBases(siteDir, plugin) : new Map([[platform, refs]]))
      await rebuildCommand({...request, print, platform: of, refs: names});
    return;
  }
  const wanted =
    refs.length > 0
      ? refs
      : catalogue.filter((entry) => entry.platforms.includes(platform)).map(({ref}) => ref);
  const say = (ref: string, changed: boolean) => {
    print(`${ref}: ${changed ? 'written' : 'unchanged'}`);
  };
  for (const base of await rebuildBases(wanted, {...request, platform}))
    say(base.entry.ref, await writeFacts(siteDir, base.entry, platform, await measureBase(base)));
  const scratch = wanted.includes(SCRATCH) ? findBase(SCRATCH) : undefined;
  if (scratch !== undefined)
    say(SCRATCH, await writeFacts(siteDir, scratch, platform, measureScratch(platform)));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What a check of everything needs, by platform. */
function usedBases(siteDir: string, plugin: PluginOptions): ReadonlyMap<string, readonly string[]> {
  const jobs = planOffline(collect(siteDir, plugin), parseOptions([], {check: true}));
  return basesByPlatform(jobs, LOCAL_PLATFORM);
}

function writeFacts(
  siteDir: string,
  entry: CatalogueEntry,
  platform: string,
  image: BaseImage,
): Promise<boolean> {
  return writeBaseFacts(siteDir, {
    schema: 1,
    ref: entry.ref,
    aliases: [...entry.aliases],
    family: entry.family,
    platform,
    recipe: recipeDigest(entry, platform),
    approximations: [...entry.approximations],
    image,
  });
}

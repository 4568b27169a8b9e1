import {
  catalogue,
  findBase,
  nearestBases,
  rebuildBases,
  rebuildCommand,
  recipeDigest,
  writeBaseReceipt,
  type CatalogueEntry,
} from '../../../../base-images/src';
import {cacheFolder} from '../../../../base-images/src/cacheFolder';
import {CannotRebuildError} from '../../../../base-images/src/types';
import type {PluginOptions} from '../../settings';
import {collect} from '../../proof/collection';
import {withCleanup} from '../cleanup';
import {EXIT, type ExitCode} from '../exitCode';
import {basesByPlatform} from '../neededBases';
import {parseOptions, type RawOptions} from '../flags';
import {planOffline} from '../plan';
import {machineTrust} from './machineTrust';
import {measureBase, measureScratch} from './measure';
import {writeBaseFacts, type BaseImage} from '../../proof/bases/facts';

/** No image: nothing is rebuilt for it. */
const SCRATCH = 'scratch';

export interface BasesRequest {
  siteDir: string;
  plugin: PluginOptions;
  refs: readonly string[];
  raw: RawOptions;
}

/** `docusaurus bases`: lists, or rebuilds and measures, the catalogue. */
export async function basesCommand(request: BasesRequest): Promise<ExitCode> {
  const {refs, raw} = request;
  const unknown = refs.filter(
    (ref) => !catalogue.some((entry) => entry.ref === ref || entry.aliases.includes(ref)),
  );
  if (unknown.length > 0) {
    for (const ref of unknown)
      process.stderr.write(`${ref} is not in the catalogue; nearest: ${nearestBases(ref).join(', ')}\n`);
    return EXIT.usage;
  }
  if (raw.used === true && (raw.list === true || raw.write === true || refs.length > 0)) {
    process.stderr.write('--used says which bases; it stands alone.\n');
    return EXIT.usage;
  }
  try {
    const {interrupted} = await withCleanup(({signal}) => rebuild({...request, signal}));
    return interrupted ? EXIT.interrupted : EXIT.proved;
  } catch (error) {
    if (!(error instanceof CannotRebuildError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return EXIT.unavailable;
  }
}

interface RebuildRequest extends BasesRequest {
  signal: AbortSignal;
}

async function rebuild({siteDir, plugin, refs, raw, signal}: RebuildRequest): Promise<void> {
  const platform = String(raw.platform);
  const request = {
    cacheDir: cacheFolder(),
    signal,
    onProgress: (line: string) => process.stderr.write(`${line}\n`),
    ...machineTrust(),
  };
  const print = (line: string) => process.stdout.write(`${line}\n`);
  if (raw.list === true || raw.write !== true) {
    const common = {...request, list: raw.list === true, writeReceipts: false, print};
    for (const [of, names] of raw.used === true ? usedBases(siteDir, plugin) : new Map([[platform, refs]]))
      await rebuildCommand({...common, platform: of, refs: names});
    return;
  }
  const wanted =
    refs.length > 0
      ? refs
      : catalogue.filter((entry) => entry.platforms.includes(platform)).map(({ref}) => ref);
  const say = (ref: string, changed: boolean) => print(`${ref}: ${changed ? 'written' : 'unchanged'}`);
  for (const base of await rebuildBases(wanted, {...request, platform})) {
    const changed = await writeBaseReceipt(base.receipt);
    say(
      base.entry.ref,
      (await writeFacts(siteDir, base.entry, platform, await measureBase(base))) || changed,
    );
  }
  const scratch = wanted.includes(SCRATCH) ? findBase(SCRATCH) : undefined;
  if (scratch !== undefined)
    say(SCRATCH, await writeFacts(siteDir, scratch, platform, measureScratch(platform)));
}

/** What a check of everything needs, by platform. */
function usedBases(siteDir: string, plugin: PluginOptions): ReadonlyMap<string, readonly string[]> {
  return basesByPlatform(planOffline(collect(siteDir, plugin), parseOptions([], {check: true})));
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

import {
  catalogue,
  findBase,
  nearestBases,
  rebuildBases,
  rebuildCommand,
  recipeDigest,
  writeBaseReceipt,
  type CatalogueEntry,
} from '../../../base-images/src';
import {cacheFolder} from '../../../base-images/src/cacheFolder';
import {CannotRebuildError} from '../../../base-images/src/types';
import {withCleanup} from '../verify/cleanup';
import {EXIT, type ExitCode} from '../verify/exitCode';
import type {RawOptions} from '../verify/options';
import {machineTrust} from './machineTrust';
import {measureBase, measureScratch} from './measure';
import {writeBaseFacts, type BaseImage} from './facts';

/** No image: nothing is rebuilt for it. */
const SCRATCH = 'scratch';

/** `docusaurus bases`: lists, or rebuilds and measures, the catalogue. */
export async function basesCommand(siteDir: string, refs: string[], raw: RawOptions): Promise<ExitCode> {
  const unknown = refs.filter(
    (ref) => !catalogue.some((entry) => entry.ref === ref || entry.aliases.includes(ref)),
  );
  if (unknown.length > 0) {
    for (const ref of unknown)
      process.stderr.write(`${ref} is not in the catalogue; nearest: ${nearestBases(ref).join(', ')}\n`);
    return EXIT.usage;
  }
  try {
    const {interrupted} = await withCleanup(({signal}) => rebuild(siteDir, refs, raw, signal));
    return interrupted ? EXIT.interrupted : EXIT.proved;
  } catch (error) {
    if (!(error instanceof CannotRebuildError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return EXIT.unavailable;
  }
}

async function rebuild(siteDir: string, refs: string[], raw: RawOptions, signal: AbortSignal): Promise<void> {
  const platform = String(raw.platform);
  const request = {
    platform,
    cacheDir: cacheFolder(),
    signal,
    onProgress: (line: string) => process.stderr.write(`${line}\n`),
    ...machineTrust(),
  };
  const print = (line: string) => process.stdout.write(`${line}\n`);
  if (raw.list === true || raw.write !== true) {
    await rebuildCommand({...request, refs, list: raw.list === true, writeReceipts: false, print});
    return;
  }
  const wanted =
    refs.length > 0
      ? refs
      : catalogue.filter((entry) => entry.platforms.includes(platform)).map(({ref}) => ref);
  const say = (ref: string, changed: boolean) => print(`${ref}: ${changed ? 'written' : 'unchanged'}`);
  for (const base of await rebuildBases(wanted, request)) {
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

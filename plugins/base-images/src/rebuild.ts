import {setMaxListeners} from 'node:events';
import {resolve} from 'node:path';
import {makeArchive} from './archive/makeArchive';
import {readTrust} from './archive/trustLayer';
import {findBase, recipeOf} from './catalogue';
import {sweep} from './machine/atomic';
import {mapLimited} from './machine/parallel';
import {requireTools} from './machine/tools';
import {cachedLayer, makeLayer} from './make/layer';
import type {Workshop} from './make/workshop';
import {nearestBases} from './nearest';
import {canonicalJson} from './digest';
import {platformOf} from './recipe/platform';
import type {LayerRecipe} from './recipe/types';
import {CannotRebuildError, type CatalogueEntry, type RebuildOptions, type RebuiltBase} from './types';

export interface RebuildRequest extends RebuildOptions {
  /** Directory that keeps downloads, layers and archives between runs; may be shared by processes. */
  cacheDir: string;
  /** PEM file of what this machine trusts, for Go in builder bases; part of no digest and no receipt. */
  trust?: string;
}

/** A root of Debian takes longest, so it is begun first. */
const ORDER: readonly LayerRecipe['kind'][] = ['debian-root', 'go', 'alpine', 'apk-repository'];
const AT_ONCE = 2;

/**
 * Makes an archive of each base, or takes it from the cache; scratch is skipped, since it is no image. Only what is
 * asked for is built, and what bases share is built once. Throws CannotRebuildError if tools are missing, with all of
 * them, or if a base has no recipe for the platform; throws for unknown names, with the closest valid ones.
 */
export async function rebuildBases(refs: readonly string[], request: RebuildRequest): Promise<RebuiltBase[]> {
  const entries = resolveEntries(refs, request.platform);
  const workshop: Workshop = {
    cache: resolve(request.cacheDir),
    platform: platformOf(request.platform),
    signal: request.signal,
    onProgress: request.onProgress,
  };
  // Every tool that runs listens; there are more of them than Node thinks is sound.
  setMaxListeners(0, request.signal);
  const trust = request.trust === undefined ? undefined : await readTrust(request.trust);
  await sweep(workshop.cache);
  await makeLayers(entries, workshop);
  return mapLimited(entries, AT_ONCE, (entry) =>
    makeArchive(entry, workshop, entry.builder ? trust : undefined),
  );
}

function resolveEntries(refs: readonly string[], platform: string): CatalogueEntry[] {
  const unknown = refs.filter((ref) => !findBase(ref));
  if (unknown.length > 0) {
    const lines = unknown.map((ref) => `- ${ref}: the closest are ${nearestBases(ref).join(', ')}`);
    throw new Error(`these bases are not in the catalogue:\n${lines.join('\n')}`);
  }
  const found = [...new Set(refs.flatMap((ref) => findBase(ref) ?? []))];
  const absent = found.filter(({platforms}) => !platforms.includes(platform));
  if (absent.length > 0) {
    const lines = absent.map(({ref, platforms}) => `- ${ref}: only for ${platforms.join(', ')}`);
    throw new CannotRebuildError(`these bases have no recipe for ${platform}:\n${lines.join('\n')}`);
  }
  return found.filter((entry) => recipeOf(entry, platform) !== null);
}

async function makeLayers(entries: readonly CatalogueEntry[], workshop: Workshop): Promise<void> {
  const all = entries.flatMap((entry) => recipeOf(entry, workshop.platform.name)?.layers ?? []);
  const distinct = [...new Map(all.map((layer) => [canonicalJson(layer), layer])).values()];
  const missing: LayerRecipe[] = [];
  for (const layer of distinct) {
    if ((await cachedLayer(layer, workshop)) === undefined) missing.push(layer);
  }
  if (missing.length === 0) return;
  requireTools(missing);
  const rank = ({kind}: LayerRecipe) => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length);
  const queue = missing.sort((a, b) => rank(a) - rank(b));
  await mapLimited(queue, AT_ONCE, (layer) => makeLayer(layer, workshop));
}

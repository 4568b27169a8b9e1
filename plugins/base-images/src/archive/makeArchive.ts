import {readFile, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import * as z from 'zod';
import {recipeDigest, recipeOf, slugOf} from '../catalogue';
import {atomicDirectory, withScratch} from '../machine/atomic';
import {withLock} from '../machine/lock';
import {makeLayer, type MadeLayer} from '../make/layer';
import type {Workshop} from '../make/workshop';
import {sha256} from '../digest';
import type {BaseReceipt, CatalogueEntry, RebuiltBase} from '../types';
import {imageConfig} from './config';
import {type Trust, writeTrustLayer} from './trustLayer';
import {writeArchive} from './writeArchive';

const Made = z.strictObject({size: z.int()});

/** The archive of one base, out of cached layers or layers made now; with `trust`, one small layer more on top. */
export async function makeArchive(
  entry: CatalogueEntry,
  workshop: Workshop,
  trust: Trust | undefined,
): Promise<RebuiltBase> {
  const platform = workshop.platform.name;
  const image = recipeOf(entry, platform);
  if (!image) throw new Error(`${entry.ref}: is no image, there is nothing to rebuild`);
  const recipe = recipeDigest(entry, platform);
  const layers: MadeLayer[] = [];
  for (const layer of image.layers) layers.push(await makeLayer(layer, workshop));
  return withScratch(workshop.cache, async (scratch) => {
    const all = trust ? [...layers, await writeTrustLayer(trust, join(scratch, 'trust.tar'))] : layers;
    const config = imageConfig(
      image.config,
      workshop.platform,
      all.map(({digest}) => digest),
    );
    const imageId = sha256(config);
    const tag = `${short(recipe)}-${short(imageId)}`;
    const ref = `localhost/cgo-field-guide/base/${slugOf(entry)}:${tag}`;
    const home = join(workshop.cache, 'archives', `${slugOf(entry)}-${tag}`);
    await withLock(`${home}.lock`, workshop.signal, async () => {
      if (await isWhole(home)) return;
      workshop.onProgress(`${entry.ref}: writing the archive`);
      await atomicDirectory(workshop.cache, home, async (directory) => {
        const {size} = await writeArchive(join(directory, 'image.tar'), ref, config, all);
        await writeFile(join(directory, 'image.json'), JSON.stringify({size}));
      });
    });
    const receipt = receiptOf(entry, platform, recipe, layers);
    return {entry, platform, recipe, archive: join(home, 'image.tar'), ref, imageId, receipt};
  });
}

/** An archive that has not the size it was written with counts as absent. */
async function isWhole(home: string): Promise<boolean> {
  try {
    const {size} = Made.parse(JSON.parse(await readFile(join(home, 'image.json'), 'utf8')));
    return (await stat(join(home, 'image.tar'))).size === size;
  } catch {
    return false;
  }
}

function receiptOf(
  entry: CatalogueEntry,
  platform: string,
  recipe: string,
  layers: readonly MadeLayer[],
): BaseReceipt {
  const packages = Object.fromEntries(layers.flatMap((layer) => Object.entries(layer.packages)));
  return {
    schema: 1,
    ref: entry.ref,
    platform,
    recipe,
    content: contentDigest(packages),
    packages,
    checks: [...new Set(layers.flatMap(({checks}) => checks))],
    approximations: entry.approximations,
  };
}

/** sha256: over the sorted `name version` lines. */
export function contentDigest(packages: Readonly<Record<string, string>>): string {
  const lines = Object.entries(packages).map(([name, version]) => `${name} ${version}\n`);
  return sha256(lines.sort().join(''));
}

function short(digest: string): string {
  return digest.slice('sha256:'.length, 'sha256:'.length + 12);
}

import {readFile, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import * as z from 'zod';
import {atomicDirectory} from '../machine/atomic';
import {withLock} from '../machine/lock';
import {digestOf} from '../digest';
import type {LayerRecipe} from '../recipe/types';
import type {Tree} from '../tree/tree';
import {type WrittenTar, writeTar} from '../tree/writeTar';
import {makeAlpine} from './alpineLayer';
import {makeApkRepository} from './apkRepository';
import {makeBusybox} from './busybox';
import {makeCaBundle, makeDeb} from './debLayer';
import {makeDebianRoot} from './debianRoot';
import {filesOf} from './files';
import {makeGo} from './goLayer';
import {type LayerFacts, NO_FACTS, type Workshop} from './workshop';

const Facts = z.strictObject({
  digest: z.string(),
  size: z.int(),
  packages: z.record(z.string(), z.string()),
  checks: z.array(z.string()),
});

export interface MadeLayer extends z.output<typeof Facts> {
  /** The layer's uncompressed tar. */
  tar: string;
}

/** Makes a layer or takes it from the cache; processes that want the same one wait for each other. */
export async function makeLayer(recipe: LayerRecipe, workshop: Workshop): Promise<MadeLayer> {
  const home = homeOf(recipe, workshop);
  return withLock(`${home}.lock`, workshop.signal, async () => {
    const cached = await readLayer(home);
    if (cached) return cached;
    await atomicDirectory(workshop.cache, home, (directory) => writeLayer(recipe, workshop, directory));
    const made = await readLayer(home);
    if (!made) throw new Error(`${home}: the layer that was just made cannot be read`);
    return made;
  });
}

/** What `makeLayer` would take from the cache. */
export function cachedLayer(
  recipe: LayerRecipe,
  workshop: Pick<Workshop, 'cache' | 'platform'>,
): Promise<MadeLayer | undefined> {
  return readLayer(homeOf(recipe, workshop));
}

function homeOf(recipe: LayerRecipe, {cache, platform}: Pick<Workshop, 'cache' | 'platform'>): string {
  return join(cache, 'layers', digestOf({recipe, platform: platform.name}).slice('sha256:'.length));
}

/** A layer whose tar has not the size it was written with counts as absent. */
async function readLayer(home: string): Promise<MadeLayer | undefined> {
  const tar = join(home, 'layer.tar');
  try {
    const facts = Facts.parse(JSON.parse(await readFile(join(home, 'layer.json'), 'utf8')));
    return (await stat(tar)).size === facts.size ? {...facts, tar} : undefined;
  } catch {
    return undefined;
  }
}

async function writeLayer(recipe: LayerRecipe, workshop: Workshop, directory: string): Promise<void> {
  const tar = join(directory, 'layer.tar');
  const finish = (written: WrittenTar, {packages, checks}: LayerFacts) =>
    writeFile(join(directory, 'layer.json'), JSON.stringify({...written, packages, checks}));
  const write = async (tree: Tree, facts: LayerFacts) => finish(await writeTar(tree, tar), facts);
  switch (recipe.kind) {
    case 'debian-root': {
      const made = await makeDebianRoot(recipe, workshop, tar);
      return finish(made.tar, made.facts);
    }
    case 'go':
      return makeGo(recipe, workshop, write);
    case 'apk-repository':
      return makeApkRepository(recipe, workshop, write);
    case 'files':
      return write(filesOf(recipe.files), NO_FACTS);
    case 'alpine':
      return makeAlpine(recipe, workshop).then(({tree, facts}) => write(tree, facts));
    case 'deb':
      return makeDeb(recipe, workshop).then(({tree, facts}) => write(tree, facts));
    case 'ca-bundle':
      return makeCaBundle(recipe, workshop).then(({tree, facts}) => write(tree, facts));
    case 'busybox':
      return makeBusybox(recipe, workshop).then(({tree, facts}) => write(tree, facts));
  }
}

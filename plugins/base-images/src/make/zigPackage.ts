import {readFile} from 'node:fs/promises';
import {unzipSync} from 'fflate';
import {withScratch} from '../machine/atomic';
import {downloadWheel} from '../machine/wheel';
import type {ApkRecipe} from '../recipe/types';
import {file, type Tree} from '../tree/tree';
import type {ApkPackage} from './apkPackages';
import type {Workshop} from './workshop';

type ZigRecipe = Extract<ApkRecipe, {from: 'zig'}>;

const HOME = 'ziglang/';
const PROGRAM = 'zig';

/** Zig's own static program and its library, where Alpine's package has them. */
export async function zigPackage(recipe: ZigRecipe, workshop: Workshop): Promise<ApkPackage> {
  const {project, version} = recipe.wheel;
  const tree: Tree = await withScratch(workshop.cache, async (scratch) => {
    const wheel = await readFile(await downloadWheel(recipe.wheel, workshop, scratch));
    const files = unzipSync(wheel, {filter: ({name}) => placeOf(name, recipe.without) !== undefined});
    return new Map(
      Object.entries(files).flatMap(([name, bytes]) => {
        const place = placeOf(name, recipe.without);
        return place === undefined ? [] : [[place, file(Buffer.from(bytes), modeOf(name))]];
      }),
    );
  });
  if (!tree.has('usr/bin/zig')) throw new Error(`${project} ${version}: has no ${HOME}${PROGRAM}`);
  const description = `zig of the Python package ${project} ${version}, for Linux targets`;
  return {
    info: {name: 'zig', version: `${version}-r0`, description, depends: '', provides: ''},
    tree,
    scripts: new Map(),
    triggers: [],
  };
}

function placeOf(name: string, without: readonly string[]): string | undefined {
  if (!name.startsWith(HOME) || name.endsWith('/')) return undefined;
  const path = name.slice(HOME.length);
  if (path === PROGRAM) return 'usr/bin/zig';
  const inLibrary = /^lib\/(.+)$/.exec(path)?.[1];
  if (inLibrary === undefined || without.some((folder) => inLibrary.startsWith(folder))) return undefined;
  return `usr/lib/zig/${inLibrary}`;
}

function modeOf(name: string): {mode?: number} {
  return name === HOME + PROGRAM ? {mode: 0o755} : {};
}

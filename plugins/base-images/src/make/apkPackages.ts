import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {cutInstalled, type InstalledPackage, parseInstalled} from '../apk/database';
import {alpineDisk} from '../apk/disk';
import {scriptsOf} from '../apk/scripts';
import type {ApkRecipe, ApkRepositoryRecipe} from '../recipe/types';
import {merge, select, type Tree} from '../tree/tree';
import {ownedTree} from './alpineOwned';
import {debsOf} from './debLayer';
import {binutilsPackage, gccPackage, muslDevPackage} from './gccPackages';
import type {Workshop} from './workshop';
import {zigPackage} from './zigPackage';

/** A package as `apk mkpkg` takes it. */
export interface ApkPackage {
  info: {name: string; version: string; description: string; depends: string; provides: string};
  tree: Tree;
  /** Script type to text. */
  scripts: ReadonlyMap<string, Buffer>;
  triggers: readonly string[];
}

/** Makes a package of the repository inside an image, from the disk of Alpine or from packages of others. */
export async function apkPackage(
  recipe: ApkRecipe,
  repository: ApkRepositoryRecipe,
  workshop: Workshop,
): Promise<ApkPackage> {
  switch (recipe.from) {
    case 'disk':
      return fromDisk(recipe.name, repository, workshop);
    case 'tzdata':
      return timeZones(repository, workshop);
    case 'musl-dev':
      return muslDevPackage(repository, workshop);
    case 'gcc':
      return gccPackage(recipe, repository, workshop);
    case 'binutils':
      return binutilsPackage(recipe, repository, workshop);
    case 'zig':
      return zigPackage(recipe, workshop);
  }
}

/** A package of the disk put together again: its files, scripts, triggers and dependencies. */
async function fromDisk(
  name: string,
  repository: ApkRepositoryRecipe,
  workshop: Workshop,
): Promise<ApkPackage> {
  const disk = await alpineDisk(repository.disk, workshop);
  const database = join(disk, 'lib/apk/db');
  const all = parseInstalled(await readFile(join(database, 'installed'), 'utf8'));
  const [found] = cutInstalled(all, [name]);
  if (!found) throw new Error(`${name}: not on the disk`);
  const triggers = await readFile(join(database, 'triggers'), 'utf8');
  const scripts = await readFile(join(database, 'scripts.tar.gz'));
  return {
    info: infoOf(found),
    tree: await ownedTree(disk, [found]),
    scripts: await scriptsOf(scripts, found),
    triggers: triggerPaths(triggers, found),
  };
}

function infoOf({name, version, depends, provides, text}: InstalledPackage): ApkPackage['info'] {
  return {name, version, depends, provides, description: /^T:(.*)$/m.exec(text)?.[1] ?? name};
}

function triggerPaths(triggers: string, {checksum}: InstalledPackage): string[] {
  const line = triggers.split('\n').find((candidate) => candidate.startsWith(`${checksum} `));
  return line?.split(' ').slice(1) ?? [];
}

/** Debian compiles the same IANA data with the same `zic -b fat`; the old names are in a package of their own there. */
async function timeZones(repository: ApkRepositoryRecipe, workshop: Workshop): Promise<ApkPackage> {
  const debs = await debsOf(workshop, repository.suite, ['tzdata', 'tzdata-legacy']);
  const [{version} = {version: ''}] = debs;
  const tree = select(merge(...debs.map(({files}) => files)), (path) =>
    path.startsWith('usr/share/zoneinfo') ? path : undefined,
  );
  return {
    info: {
      name: 'tzdata',
      version: `${/^\d+[a-z]?/.exec(version)?.[0] ?? '0'}-r0`,
      description: `Time zones of Debian's tzdata ${version}`,
      depends: '',
      provides: '',
    },
    tree,
    scripts: new Map(),
    triggers: [],
  };
}

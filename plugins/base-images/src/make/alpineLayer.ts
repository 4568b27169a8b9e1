import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {
  cutInstalled,
  cutTriggers,
  type InstalledPackage,
  parseInstalled,
  printInstalled,
} from '../apk/database';
import {alpineDisk} from '../apk/disk';
import {cutScripts} from '../apk/scripts';
import type {AlpineRecipe} from '../recipe/types';
import {readDirectory} from '../tree/disk';
import {bytesOf, directory, file, merge, symlink, type Tree} from '../tree/tree';
import {ownedTree, SHADOW} from './alpineOwned';
import type {MadeTree} from './debLayer';
import {filesOf} from './files';
import {standIn} from './muslStandIn';
import type {Workshop} from './workshop';

const DATABASE = 'lib/apk/db';
const NOTHING: Tree = new Map();

/** Alpine's own files, package by package; each is compared with the SHA-1 that Alpine's package database has for it. */
export async function makeAlpine(recipe: AlpineRecipe, workshop: Workshop): Promise<MadeTree> {
  const disk = await alpineDisk(recipe.disk, workshop);
  const all = parseInstalled(await readFile(join(disk, DATABASE, 'installed'), 'utf8'));
  const kept = cutInstalled(all, recipe.packages);
  const owned = await ownedTree(disk, kept, recipe);
  const replaced = recipe.musl === null ? null : await standIn(kept, recipe.musl, workshop);
  const installed = replaced?.packages ?? kept;
  const tree = merge(
    applets(owned, replaced?.applets ?? null),
    owned,
    closeRootPassword(owned),
    await certificateLinks(disk, kept),
    await databaseTree(disk, installed, recipe),
    replaced?.files ?? NOTHING,
    filesOf(recipe.files),
  );
  const files = [...owned.values()].filter(({type}) => type !== 'directory').length;
  const check = `Alpine: ${files} of ${files} files have the SHA-1 that Alpine's own package database records; root's password is then locked, as in the official image.`;
  return {
    tree,
    facts: {
      packages: Object.fromEntries(installed.map(({name, version}) => [name, version])),
      checks: [check, ...(replaced?.checks ?? [])],
    },
  };
}

/** The package leaves root without a password; the official image locks it (mkimage of alpinelinux/docker-alpine). */
function closeRootPassword(owned: Tree): Tree {
  const node = owned.get(SHADOW);
  const text = Buffer.isBuffer(node?.content) ? node.content.toString() : '';
  if (!node) return NOTHING;
  return new Map([[SHADOW, {...node, content: Buffer.from(text.replace(/^root::/, 'root:*:'))}]]);
}

/** A link for each applet of BusyBox, as `busybox --install -s` leaves them; the package lists their paths. */
function applets(owned: Tree, only: readonly string[] | null): Tree {
  const list = bytesOf(owned, 'etc/busybox-paths.d/busybox').toString('utf8').split('\n');
  const known = (path: string) => only === null || only.includes(path.slice(path.lastIndexOf('/') + 1));
  const paths = list.filter((path) => path !== '' && !owned.has(path) && known(path));
  return new Map(paths.map((path) => [path, symlink('/bin/busybox')]));
}

/** What update-ca-certificates made of ca-certificates: links by name and by hash. */
async function certificateLinks(disk: string, packages: readonly InstalledPackage[]): Promise<Tree> {
  if (!packages.some(({name}) => name === 'ca-certificates')) return new Map();
  const below = 'etc/ssl/certs';
  const found = await readDirectory(join(disk, below));
  return new Map(
    [...found].filter(([, {type}]) => type === 'symlink').map(([name, node]) => [`${below}/${name}`, node]),
  );
}

async function databaseTree(
  disk: string,
  packages: readonly InstalledPackage[],
  recipe: AlpineRecipe,
): Promise<Tree> {
  const triggers = await readFile(join(disk, DATABASE, 'triggers'), 'utf8');
  const scripts = await readFile(join(disk, DATABASE, 'scripts.tar.gz'));
  return new Map([
    [`${DATABASE}/installed`, file(printInstalled(packages))],
    [`${DATABASE}/triggers`, file(cutTriggers(triggers, packages))],
    [`${DATABASE}/scripts.tar.gz`, file(await cutScripts(scripts, packages))],
    [`${DATABASE}/lock`, file('', {mode: 0o600})],
    ['lib/apk/exec', directory()],
    ['etc/apk/arch', file(await readFile(join(disk, 'etc/apk/arch')))],
    ['etc/apk/world', file(recipe.world.map((name) => `${name}\n`).join(''))],
    ['etc/apk/repositories', file('')],
  ]);
}

import {chmod, mkdir, readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {alpineDisk} from '../apk/disk';
import {signingKey} from '../apk/signingKey';
import {withScratch} from '../machine/atomic';
import {run} from '../machine/run';
import {platformOf, TOOLS_PLATFORM} from '../recipe/platform';
import type {ApkRepositoryRecipe} from '../recipe/types';
import {readDirectory, writeDirectory} from '../tree/disk';
import {EPOCH, file, type Tree} from '../tree/tree';
import {withParents} from '../tree/writeTar';
import {type ApkPackage, apkPackage} from './apkPackages';
import type {LayerFacts, Workshop} from './workshop';

const INDEX = 'Packages.adb';
const KEY = 'etc/apk/keys/offline-packages-test-key.rsa.pub';
/** apk writes the times of files into packages, none of them later than this. */
const env = {SOURCE_DATE_EPOCH: String(EPOCH)};

/**
 * Gives `write` a layer with a signed package repository, its public key and an /etc/apk/repositories that names
 * nothing else. Equal packages give equal bytes.
 */
export async function makeApkRepository(
  recipe: ApkRepositoryRecipe,
  workshop: Workshop,
  write: (tree: Tree, facts: LayerFacts) => Promise<void>,
): Promise<void> {
  const apk = apkCommand(await alpineDisk(recipe.tools, workshop));
  await withScratch(workshop.cache, async (scratch) => {
    const signing = signingKey();
    const key = join(scratch, 'key.pem');
    await writeFile(key, signing.private, {mode: 0o600});
    const repository = join(scratch, 'repository');
    await mkdir(repository);
    const packages: Record<string, string> = {};
    for (const one of recipe.packages) {
      const made = await apkPackage(one, recipe, workshop);
      workshop.onProgress(`alpine: packing ${made.info.name} ${made.info.version}`);
      await packageFile(apk, made, key, repository, scratch, workshop);
      packages[`apk/${made.info.name}`] = made.info.version;
    }
    const names = (await readdir(repository)).sort();
    await run([...apk, 'mkndx', '--sign-key', key, '--allow-untrusted', '--output', INDEX, ...names], {
      signal: workshop.signal,
      cwd: repository,
      env,
    });
    await write(await layerTree(recipe, repository, signing.public), {packages, checks: []});
  });
}

async function layerTree(recipe: ApkRepositoryRecipe, repository: string, publicKey: string): Promise<Tree> {
  const found = await readDirectory(repository);
  return new Map([
    ...[...found].map(([name, node]) => [`${recipe.directory}/${name}`, {...node, mode: 0o644}] as const),
    [KEY, file(publicKey)],
    ['etc/apk/repositories', file(`/${recipe.directory}/${INDEX}\n`)],
  ]);
}

/** Alpine's own apk, started by Alpine's own loader straight from the disk; it packs for any architecture. */
function apkCommand(disk: string): [string, ...string[]] {
  const libraries = [join(disk, 'lib'), join(disk, 'usr/lib')].join(':');
  const {muslLoader} = platformOf(TOOLS_PLATFORM);
  return [join(disk, 'lib', muslLoader), '--library-path', libraries, join(disk, 'sbin/apk')];
}

async function packageFile(
  apk: readonly [string, ...string[]],
  {info, tree, scripts, triggers}: ApkPackage,
  key: string,
  repository: string,
  scratch: string,
  workshop: Workshop,
): Promise<void> {
  const root = join(scratch, info.name);
  await mkdir(root);
  // apk records the modes of directories, which must not be this machine's umask.
  await chmod(root, 0o755);
  await writeDirectory(withParents(tree), root);
  const scriptArguments: string[] = [];
  for (const [type, text] of scripts) {
    const path = join(scratch, `${info.name}.${type}`);
    await writeFile(path, text, {mode: 0o755});
    scriptArguments.push('--script', `${type}:${path}`);
  }
  const fields = {...info, arch: workshop.platform.alpine, license: 'see the package of origin'};
  await run(
    [
      ...apk,
      'mkpkg',
      ...Object.entries(fields).flatMap(([name, value]) =>
        value === '' ? [] : ['--info', `${name}:${value}`],
      ),
      ...scriptArguments,
      ...triggers.flatMap((path) => ['--trigger', path]),
      ...['--compression', 'deflate:9', '--sign-key', key],
      ...['--files', root, '--output', join(repository, `${info.name}-${info.version}.apk`)],
    ],
    {signal: workshop.signal, env},
  );
}

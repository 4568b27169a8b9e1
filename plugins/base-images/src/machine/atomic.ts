import {randomBytes} from 'node:crypto';
import {mkdir, readdir, rename, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';

/**
 * A directory appears complete or not at all: it is made under `<cache>/tmp` and renamed. What a killed process left
 * in `tmp` is removed by the next `sweep`.
 */
export async function atomicDirectory(
  cache: string,
  destination: string,
  make: (directory: string) => Promise<void>,
): Promise<void> {
  await withScratch(cache, async (scratch) => {
    const directory = join(scratch, 'made');
    await mkdir(directory);
    await make(directory);
    await mkdir(join(destination, '..'), {recursive: true});
    await rm(destination, {recursive: true, force: true});
    await rename(directory, destination);
  });
}

/** Gives a task an empty directory and removes it afterwards, whatever happens. */
export async function withScratch<T>(cache: string, task: (directory: string) => Promise<T>): Promise<T> {
  const scratch = join(cache, 'tmp', `${process.pid}-${randomBytes(6).toString('hex')}`);
  await mkdir(scratch, {recursive: true});
  try {
    return await task(scratch);
  } finally {
    await rm(scratch, {recursive: true, force: true, maxRetries: 3});
  }
}

/** Removes scratch directories of processes that are gone. */
export async function sweep(cache: string): Promise<void> {
  const root = join(cache, 'tmp');
  const names = await readdir(root).catch(() => []);
  for (const name of names) {
    if (!isAlive(Number.parseInt(name, 10))) await rm(join(root, name), {recursive: true, force: true});
  }
}

/** Whether anything is at a path; a broken symlink is nothing. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

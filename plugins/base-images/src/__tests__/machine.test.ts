import {mkdir, mkdtemp, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {atomicDirectory, exists, sweep} from '../machine/atomic';
import {run} from '../machine/run';

let cache: string;
const signal = new AbortController().signal;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'cache-'));
});
afterEach(async () => {
  await rm(cache, {recursive: true});
});

describe('atomicDirectory', () => {
  it('leaves nothing behind when the making fails', async () => {
    const destination = join(cache, 'made');
    const failing = atomicDirectory(cache, destination, async (directory) => {
      await writeFile(join(directory, 'half'), '');
      throw new Error('killed');
    });
    await expect(failing).rejects.toThrow('killed');
    expect(await exists(destination)).toBe(false);
    expect(await readdir(join(cache, 'tmp'))).toEqual([]);
  });

  it('replaces an old directory whole', async () => {
    const destination = join(cache, 'made');
    for (const name of ['old', 'new']) {
      await atomicDirectory(cache, destination, (directory) => writeFile(join(directory, name), ''));
    }
    expect(await readdir(destination)).toEqual(['new']);
  });
});

it('sweeps what dead processes left, and only that', async () => {
  const dead = '4194305-abc';
  const alive = `${process.pid}-abc`;
  await Promise.all([dead, alive].map((name) => mkdir(join(cache, 'tmp', name), {recursive: true})));
  await sweep(cache);
  expect(await readdir(join(cache, 'tmp'))).toEqual([alive]);
});

it('says what a tool printed when it fails', async () => {
  await expect(run(['sh', '-c', 'echo why >&2; exit 3'], {signal})).rejects
    .toThrowErrorMatchingInlineSnapshot(`
    [Error: sh -c echo why >&2; exit 3: exit code 3
    why]
  `);
});

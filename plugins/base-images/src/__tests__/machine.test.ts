import {mkdir, mkdtemp, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {atomicDirectory, exists, sweep} from '../machine/atomic';
import {inParallel} from '../machine/parallel';
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

describe('inParallel', () => {
  it('keeps the order and the limit', async () => {
    let running = 0;
    let most = 0;
    const doubled = await inParallel([3, 1, 2], 2, async (value) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, value * 5));
      running -= 1;
      return value * 2;
    });
    expect([doubled, most]).toEqual([[6, 2, 4], 2]);
  });

  it('begins nothing more after a failure', async () => {
    const begun: number[] = [];
    const failing = inParallel([1, 2, 3, 4], 1, (value) => {
      begun.push(value);
      return value === 2 ? Promise.reject(new Error('second')) : Promise.resolve(value);
    });
    await expect(failing).rejects.toThrow('second');
    expect(begun).toEqual([1, 2]);
  });
});

it('says what a tool printed when it fails', async () => {
  await expect(run(['sh', '-c', 'echo why >&2; exit 3'], {signal})).rejects
    .toThrowErrorMatchingInlineSnapshot(`
    [Error: sh -c echo why >&2; exit 3: exit code 3
    why]
  `);
});

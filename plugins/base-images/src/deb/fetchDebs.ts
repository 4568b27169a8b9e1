import {mkdir, readdir, rename} from 'node:fs/promises';
import {join} from 'node:path';
import {withScratch} from '../machine/atomic';
import {withLock} from '../machine/lock';
import {run} from '../machine/run';
import type {Suite} from '../recipe/types';
import type {Workshop} from '../make/workshop';
import type {AptEnvironment} from './aptRoot';
import {prepareRoot, suiteFolder} from './suiteRoot';

/**
 * Downloads packages of a suite, with nothing of this machine's own package state involved; apt checks each against
 * the signed release file. Returns package name to path. Throws if one does not exist.
 */
export async function fetchDebs(
  workshop: Workshop,
  suite: Suite,
  names: readonly string[],
): Promise<Map<string, string>> {
  const root = suiteFolder(workshop, suite);
  return withLock(join(root, 'lock'), workshop.signal, async () => {
    const debs = join(root, 'debs');
    await mkdir(debs, {recursive: true});
    const present = await inStore(debs);
    const missing = names.filter((name) => !present.has(name));
    if (missing.length > 0) {
      const env = await prepareRoot(workshop, suite);
      workshop.onProgress(`${suite}: downloading ${missing.join(', ')}`);
      await download(workshop, env, missing, debs);
    }
    return new Map([...(await inStore(debs))].filter(([name]) => names.includes(name)));
  });
}

async function inStore(debs: string): Promise<Map<string, string>> {
  const files = (await readdir(debs)).filter((name) => name.endsWith('.deb'));
  return new Map(files.map((name) => [name.slice(0, name.indexOf('_')), join(debs, name)]));
}

async function download(
  workshop: Workshop,
  env: AptEnvironment,
  names: readonly string[],
  debs: string,
): Promise<void> {
  await withScratch(workshop.cache, async (scratch) => {
    await run(['apt-get', '-qq', 'download', ...names], {signal: workshop.signal, cwd: scratch, env});
    for (const name of await readdir(scratch)) await rename(join(scratch, name), join(debs, name));
  });
}

import {stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {withLock} from '../machine/lock';
import {run} from '../machine/run';
import type {Workshop} from '../make/workshop';
import type {Suite} from '../recipe/types';
import {makeAptRoot, type AptEnvironment} from './aptRoot';
import {findMirror, sourcesText} from './sources';

/** Lists older than this are fetched again. */
const FRESH_MS = 60 * 60 * 1000;

/** Folder of a suite's root of apt, on the workshop's platform. */
export function suiteFolder({cache, platform}: Workshop, suite: Suite): string {
  return join(cache, 'apt', `${suite}-${platform.debian}`);
}

/** A root of apt whose lists are no older than an hour; returns what to run apt's tools with. Others wait meanwhile. */
export async function suiteRoot(workshop: Workshop, suite: Suite): Promise<AptEnvironment> {
  const lock = join(suiteFolder(workshop, suite), 'lock');
  return withLock(lock, workshop.signal, () => prepareRoot(workshop, suite));
}

/** {@link suiteRoot} for a caller that holds its lock. */
export async function prepareRoot(workshop: Workshop, suite: Suite): Promise<AptEnvironment> {
  const root = suiteFolder(workshop, suite);
  const sources = sourcesText(suite, await findMirror());
  const {signal, platform} = workshop;
  const env = await makeAptRoot({root, sources, architecture: platform.debian, signal});
  const stamp = join(root, 'updated');
  const updated = await stat(stamp).then(
    ({mtimeMs}) => mtimeMs,
    () => 0,
  );
  if (Date.now() - updated > FRESH_MS) {
    workshop.onProgress(`${suite}: reading package lists`);
    // Else apt takes old lists where a server does not answer, and says that all is well.
    const strict = ['-o', 'APT::Update::Error-Mode=any'];
    await run(['apt-get', '-qq', ...strict, 'update'], {signal, env});
    await writeFile(stamp, '');
  }
  return env;
}

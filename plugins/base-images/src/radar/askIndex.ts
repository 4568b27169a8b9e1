import {suiteRoot} from '../deb/suiteRoot';
import {withScratch} from '../machine/atomic';
import {fetchMessage} from '../machine/fetchMessage';
import {run} from '../machine/run';
import type {Workshop} from '../make/workshop';
import {alpineVersions} from './alpineVersions';
import {titleOf, type IndexAnswer} from './compareBase';
import {newestOfLines} from './goVersions';
import type {PackageIndex} from './origins';
import {candidatesOf} from './aptPolicy';

const ASK_MS = 5 * 60_000;

/**
 * Asks an index for the newest versions of packages, as a rebuild would get them; nothing is downloaded but lists.
 *
 * @param names - Packages; of Go its lines
 * @returns The versions, or a sentence that says that there is no answer, and names no host of this machine. What was said
 * goes to `onProgress`
 */
export async function askIndex(
  index: PackageIndex,
  names: readonly string[],
  workshop: Workshop,
): Promise<IndexAnswer> {
  try {
    switch (index.kind) {
      case 'debian':
        return await fromDebian(index.suite, names, workshop);
      case 'alpine':
        return await alpineVersions(index.release, workshop);
      case 'go':
        return await fromGo(names, workshop);
    }
  } catch (error) {
    workshop.signal.throwIfAborted();
    workshop.onProgress(`${titleOf(index)}: ${fetchMessage(error)}`);
    return `The package list of ${titleOf(index)} could not be read.`;
  }
}

async function fromDebian(
  suite: Extract<PackageIndex, {kind: 'debian'}>['suite'],
  names: readonly string[],
  workshop: Workshop,
): Promise<IndexAnswer> {
  const env = {...(await suiteRoot(workshop, suite)), LC_ALL: 'C'};
  return candidatesOf(await run(['apt-cache', 'policy', ...names], {signal: workshop.signal, env}));
}

/** All releases of Go are versions of one module. */
async function fromGo(lines: readonly string[], {cache, platform, signal}: Workshop): Promise<IndexAnswer> {
  const env = {GO111MODULE: 'on', GOTOOLCHAIN: 'local', GOFLAGS: '-mod=mod', GOWORK: 'off'};
  const command = ['go', 'list', '-m', '-versions', 'golang.org/toolchain'] as const;
  const list = await withScratch(cache, (cwd) => run(command, {signal, cwd, env, timeoutMs: ASK_MS}));
  return newestOfLines(list, lines, platform.go);
}

import {mkdtemp, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {sha256} from '../../../../base-images/src/digest';
import {lastLines} from '../../../../base-images/src/machine/lastLines';
import {runImage} from '../../engine/identity';
import {RegistryError, type Engine} from '../../engine/types';
import type {PreparedBase} from '../session';

interface PullRequest {
  engine: Engine;
  platform: string;
  /** Temporary folder of this run. */
  folder: string;
  signal: AbortSignal;
  onProgress: (line: string) => void;
}

/** A builder image has some hundred megabytes; a registry that goes silent must not hold a run for ever. */
const PULL_MS = 15 * 60_000;

/**
 * Makes a base an image of this engine, before any example is built: what its registry does is then never taken for what
 * an example does, and counts towards no example's time. A registry's is pulled by its digest, by a build of nothing but
 * its FROM, which goes the way that examples go; a rebuilt one is there already.
 *
 * @returns A name that containers run from, until this run ends
 * @throws RegistryError that names the base
 */
export async function pullBase({engineRef, use}: PreparedBase, request: PullRequest): Promise<string> {
  if (use.provenance === 'rebuilt') return engineRef;
  const {engine, platform, folder, signal, onProgress} = request;
  const tag = runImage(engine.identity, `base-${sha256(`${engineRef} ${platform}`).slice(7, 19)}`);
  if (await engine.hasImage(tag)) return tag;
  onProgress(`pulling ${use.ref} for ${platform}`);
  const context = await mkdtemp(path.join(folder, 'pull-'));
  const dockerfile = path.join(context, 'Dockerfile');
  await writeFile(dockerfile, `FROM ${use.ref}\n`);
  const {succeeded, timedOut, output} = await engine.build({
    ...{context, dockerfile, tag, platform, signal},
    buildArgs: {},
    bases: {[use.ref]: engineRef},
    noCache: false,
    timeoutMs: PULL_MS,
    onLine: () => undefined,
  });
  if (succeeded) return tag;
  const why = timedOut ? `not complete after ${PULL_MS / 60_000} minutes` : lastLines(output, 1);
  throw new RegistryError(`${use.ref} could not be pulled for ${platform} as ${engineRef}: ${why}`);
}

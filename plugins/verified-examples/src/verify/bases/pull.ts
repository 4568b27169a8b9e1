import {copyFile, mkdtemp, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {readTrust, TRUST_FILE} from '../../../../base-images/src/archive/trustLayer';
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
  /** PEM file of authorities that builders are to trust; without it they stay as they are. */
  trust?: string | undefined;
}

/** Only there does Go download anything in a build. */
const BUILDER = /(?:^|\/)golang:/;

/** A builder image has some hundred megabytes; a registry that goes silent must not hold a run for ever. */
const PULL_MS = 15 * 60_000;

/**
 * Makes a base an image of this engine, before any example is built: what its registry does is then never taken for what
 * an example does, and counts towards no example's time. A registry's is pulled by its digest, by a build of nothing but
 * its FROM, which goes the way that examples go; a rebuilt one is there already. A builder gets the authorities of this
 * machine in a layer of its own, as a rebuilt one has them.
 *
 * @returns A name that containers run from, until this run ends
 * @throws RegistryError that names the base
 */
export async function pullBase({engineRef, use}: PreparedBase, request: PullRequest): Promise<string> {
  // Rebuilt, or pulled and changed before.
  if (engineRef.startsWith('localhost/')) return engineRef;
  const {engine, platform, folder, signal, onProgress} = request;
  const trust = trustFor(use.ref, request);
  const added = trust === undefined ? '' : (await readTrust(trust)).digest;
  const tag = runImage(engine.identity, `base-${sha256(`${engineRef} ${platform} ${added}`).slice(7, 19)}`);
  if (await engine.hasImage(tag)) return tag;
  onProgress(`pulling ${use.ref} for ${platform}`);
  const context = await mkdtemp(path.join(folder, 'pull-'));
  const dockerfile = path.join(context, 'Dockerfile');
  await writeFile(
    dockerfile,
    `FROM ${use.ref}\n${trust === undefined ? '' : `COPY trust.pem /${TRUST_FILE}\n`}`,
  );
  if (trust !== undefined) await copyFile(trust, path.join(context, 'trust.pem'));
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

/** Whether what is pulled differs from what the registry has: then builds take it by the name that it has here. */
export function isChanged(use: PreparedBase['use'], request: Pick<PullRequest, 'trust'>): boolean {
  return use.provenance === 'registry' && trustFor(use.ref, request) !== undefined;
}

function trustFor(ref: string, {trust}: Pick<PullRequest, 'trust'>): string | undefined {
  return BUILDER.test(ref) ? trust : undefined;
}

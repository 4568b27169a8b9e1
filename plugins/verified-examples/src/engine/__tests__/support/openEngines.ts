import {existsSync, mkdirSync, mkdtempSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fetchDocker} from '../../private/fetchDocker';
import {openPrivateDocker} from '../../private/privateDocker';
import {openPrivatePodman} from '../../private/privatePodman';
import {installPodman} from '../../installPodman';
import type {Engine} from '../../types';
import {CACHE} from './packages';
import {calm} from './requests';

export interface Opened {
  engine: Engine;
  directory: string;
}

/** Root of the programs of a Docker Engine, fetched once for all tests. */
export async function fetchedDocker(): Promise<string> {
  const root = join(CACHE, 'docker');
  if (!existsSync(root)) {
    mkdirSync(CACHE, {recursive: true});
    await fetchDocker({target: root, signal: calm(), onProgress: () => undefined});
  }
  return root;
}

/** A directory for a private engine: the fetched programs are shared between tests, nothing else is. */
export async function dockerDirectory(): Promise<string> {
  const root = await fetchedDocker();
  const directory = mkdtempSync(join(tmpdir(), 'cgo-test-docker-'));
  symlinkSync(root, join(directory, 'root'));
  return directory;
}

export async function openDocker(): Promise<Opened> {
  const directory = await dockerDirectory();
  const engine = await openPrivateDocker({directory, signal: calm(), onProgress: () => undefined});
  return {engine, directory};
}

export async function openPodman(): Promise<Opened> {
  await installPodman(calm());
  const directory = mkdtempSync(join(tmpdir(), 'cgo-test-podman-'));
  const engine = await openPrivatePodman({directory, signal: calm(), onProgress: () => undefined});
  return {engine, directory};
}

import {execa} from 'execa';
import {join} from 'node:path';
import {atomicDirectory, exists} from '../../base-images/src/machine/atomic';
import {withLock} from '../../base-images/src/machine/lock';
import {makeLayer} from '../../base-images/src/make/layer';
import type {Workshop} from '../../base-images/src/make/workshop';
import {debianToolsRoot} from '../../base-images/src/recipe/debian';
import type {Suite} from '../../base-images/src/recipe/types';

/** A Debian root on disk with the programs of one suite, shared by all engines of it; never written to. */
export interface Root {
  directory: string;
  /** Package name to version. */
  packages: Readonly<Record<string, string>>;
}

const ENGINES = ['containerd', 'crun', 'docker.io', 'runc'];
const PODMAN = ['buildah', 'podman'];

/** bookworm's root is where the programs of the cases are built and where they get a shell and a libc from. */
export const PACKAGES: Readonly<Record<Suite, readonly string[]>> = {
  bullseye: ENGINES,
  bookworm: [...ENGINES, ...PODMAN, 'busybox-static', 'gcc', 'libc6-dev'],
  trixie: [...ENGINES, ...PODMAN, 'docker-buildx', 'docker-cli'],
  sid: [...ENGINES, 'docker-buildx', 'docker-cli'],
};

/** Makes the root of a suite or takes it from the cache. */
export async function rootOf(suite: Suite, workshop: Workshop): Promise<Root> {
  const {tar, digest, packages} = await makeLayer(
    debianToolsRoot(suite, [...PACKAGES[suite]].sort()),
    workshop,
  );
  const directory = join(workshop.cache, 'engine-words', `root-${suite}-${digest.slice(7, 19)}`);
  await withLock(`${directory}.lock`, workshop.signal, async () => {
    if (await exists(directory)) return;
    await atomicDirectory(workshop.cache, directory, async (made) => {
      await execa('tar', ['--extract', '--same-permissions', '--file', tar, '--directory', made], {
        cancelSignal: workshop.signal,
      });
    });
  });
  return {directory, packages};
}

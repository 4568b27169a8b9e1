import {execa} from 'execa';
import {join} from 'node:path';
import {atomicDirectory, exists} from '../../../base-images/src/machine/atomic';
import {withLock} from '../../../base-images/src/machine/lock';
import {makeLayer} from '../../../base-images/src/make/layer';
import type {Workshop} from '../../../base-images/src/make/workshop';
import {debianToolsRoot} from '../../../base-images/src/recipe/debian';
import type {Suite} from '../../../base-images/src/recipe/types';
import {PACKAGES} from '../setup';

/** A Debian root on disk with the programs of one suite, shared by all engines of it; never written to. */
export interface Root {
  directory: string;
  /** Package name to version. */
  packages: Readonly<Record<string, string>>;
}

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

import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {execa} from 'execa';
import {digestOf} from '../../../base-images/src/digest';
import {atomicDirectory, exists} from '../../../base-images/src/machine/atomic';
import type {Workshop} from '../../../base-images/src/make/workshop';
import {CASES} from '../cases';
import type {ImageSpec} from '../imageSpec';
import {CRICTL} from '../sources';
import {buildPrograms} from './buildPrograms';
import {rootOf} from './roots';
import {writeImage} from './writeImage';

/** What a pod waits in. */
const PAUSE: ImageSpec = {name: 'pause', files: {pause: {program: 'static'}}, entrypoint: ['/pause', 'wait']};

/** Folders that every root sees. */
export interface Made {
  images: string;
  tools: string;
}

/**
 * Builds the programs, the images and the client of CRI, or takes them from the cache.
 * @param goRoot - GOROOT of the project's Go
 */
export async function makeAll(goRoot: string, workshop: Workshop): Promise<Made> {
  const root = await rootOf('bookworm', workshop);
  const programs = await buildPrograms(root, goRoot, workshop);
  const specs = [PAUSE, ...CASES.map(({image}) => image)];
  const home = join(workshop.cache, 'engine-words');
  const images = join(home, `images-${digestOf({specs, programs, root: root.directory}).slice(7, 19)}`);
  if (!(await exists(images))) {
    await atomicDirectory(workshop.cache, images, async (made) => {
      for (const spec of specs) await writeImage(spec, {programs, root: root.directory}, made, workshop);
    });
  }
  const tools = join(home, `tools-${digestOf(CRICTL).slice(7, 19)}`);
  if (!(await exists(tools))) {
    workshop.onProgress(`building ${CRICTL}`);
    await atomicDirectory(workshop.cache, tools, async (made) => {
      await mkdir(made, {recursive: true});
      await execa(join(goRoot, 'bin/go'), ['install', CRICTL], {
        env: {GOBIN: made, GOTOOLCHAIN: 'local', CGO_ENABLED: '0'},
        cancelSignal: workshop.signal,
      });
    });
  }
  return {images, tools};
}

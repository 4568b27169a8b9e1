import {copyFile, cp, mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {digestOf} from '../../../base-images/src/digest';
import {atomicDirectory, exists, withScratch} from '../../../base-images/src/machine/atomic';
import type {Workshop} from '../../../base-images/src/make/workshop';
import {GO_RELEASES} from '../../../base-images/src/recipe/golang';
import type {Program} from '../imageSpec';
import {BUILDS, programSources, SOURCES} from '../sources';
import type {Root} from './roots';
import {enter, type Session} from './session';

/**
 * Builds the programs of the cases with the project's Go and bookworm's C compiler, or takes them from the cache.
 * @param go - GOROOT
 * @returns Where each is
 */
export async function buildPrograms(
  root: Root,
  go: string,
  workshop: Workshop,
): Promise<Record<Program, string>> {
  const inputs = {sources: programSources(), builds: BUILDS, go: GO_RELEASES['1.27'], root: root.directory};
  const home = join(workshop.cache, 'engine-words', `programs-${digestOf(inputs).slice(7, 19)}`);
  if (!(await exists(home))) {
    workshop.onProgress('building the programs of the cases');
    await withScratch(workshop.cache, async (work) => {
      const session = await enter({root: root.directory, work, binds: {go}, signal: workshop.signal});
      try {
        await cp(SOURCES, join(session.folder, 'case'), {recursive: true});
        for (const [name, settings] of Object.entries(BUILDS)) await build(session, name, settings);
        await atomicDirectory(workshop.cache, home, async (made) => {
          for (const name of Object.keys(BUILDS))
            await copyFile(join(session.folder, 'out', name), join(made, name));
        });
      } finally {
        await session.close();
      }
    });
  }
  return {static: join(home, 'static'), glibc: join(home, 'glibc'), machine: join(home, 'machine')};
}

async function build({folder, run}: Session, name: string, settings: string): Promise<void> {
  await mkdir(join(folder, 'out'), {recursive: true});
  const go = `GOTOOLCHAIN=local GOFLAGS=-mod=mod GOCACHE=/words/cache ${settings} go build`;
  const {exit, stderr} = await run(`${go} -trimpath -ldflags '-s -w' -o /words/out/${name} .`);
  if (exit !== 0) throw new Error(`program ${name} is not built:\n${stderr}`);
}

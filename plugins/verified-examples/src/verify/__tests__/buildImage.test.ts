import {describe, expect, it} from 'vitest';
import {folderWith, hello, only} from '../../__tests__/fixtures';
import type {BuildRequest, BuildResult, Engine} from '../../engine/types';
import {buildImage} from '../buildImage';
import {buildTurns} from '../buildTurns';
import type {Job} from '../plan';
import type {Session} from '../session';

/** An engine whose builds take a turn of the event loop; it remembers how many went on at once. */
function slowEngine(name: Engine['name'], version: string) {
  const built: Pick<BuildRequest, 'tag' | 'noCache'>[] = [];
  let running = 0;
  let most = 0;
  const engine: Pick<Engine, 'name' | 'version' | 'build'> = {
    ...{name, version},
    build: async ({tag, noCache}) => {
      built.push({tag, noCache});
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 20));
      running--;
      const result: BuildResult = {succeeded: true, output: '', seconds: 0, timedOut: false, command: []};
      return result;
    },
  };
  return {engine: engine as Engine, built, most: () => most};
}

const OLD_DOCKER = ['docker', '26.1.5+dfsg1'] as const;

async function buildAtOnce(clean: readonly boolean[], [name, version]: readonly [Engine['name'], string]) {
  const {engine, built, most} = slowEngine(name, version);
  const session: Session = {
    engine,
    folder: folderWith({}),
    signal: new AbortController().signal,
    bases: new Map(),
    labImage: undefined,
    tools: new Map(),
    builder: undefined,
    noCache: false,
    turns: buildTurns(engine),
    reproduce: true,
  };
  const job: Job = {
    ...{example: only(hello()), variant: 'current', platform: 'linux/amd64'},
    ...{world: 'rebuilt', reason: ''},
  };
  await Promise.all(clean.map((one, index) => buildImage(session, job, {tag: `image-${index}`, clean: one})));
  return {built, most: most()};
}

describe('builds at once', () => {
  it('are as many as are asked for', async () => {
    expect((await buildAtOnce([false, false, false], OLD_DOCKER)).most).toBe(3);
  });

  it('are one with an older Docker, when they are clean', async () => {
    const {built, most} = await buildAtOnce([true, true, true], OLD_DOCKER);
    expect(most).toBe(1);
    expect(built.map(({noCache}) => noCache)).toEqual([true, true, true]);
    expect(new Set(built.map(({tag}) => tag)).size).toBe(3);
  });

  it('are one there, too, when one of them is clean', async () => {
    expect((await buildAtOnce([true, false], OLD_DOCKER)).most).toBe(1);
  });

  it.each([
    ['docker', '28.0.0'],
    ['docker', '29.1.2'],
    ['podman', '4.3.1'],
  ] as const)('are as many with %s %s', async (...engine) => {
    expect((await buildAtOnce([true, true, false], engine)).most).toBe(3);
  });
});

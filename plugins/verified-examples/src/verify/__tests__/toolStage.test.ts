import {expect, it} from 'vitest';
import {folderWith, hello, identity, MANIFEST, only} from '../../__tests__/fixtures';
import type {BuildRequest, BuildResult, Engine, RunRequest} from '../../engine/types';
import {prove} from '../prove';
import type {Session} from '../session';
import {fakeEngine} from './support/fakeEngine';

/** Proves an example whose one scenario looks with the image of its stage `build`. */
async function proveWith(stage: Partial<BuildResult> = {}) {
  const real = fakeEngine();
  const [built, ran, removed]: [string[], RunRequest[], string[]] = [[], [], []];
  const engine: Engine = {
    ...real,
    build: async (request: BuildRequest) => {
      built.push(request.tag);
      return {...(await real.build(request)), ...(request.target === 'build' && stage)};
    },
    run: (request: RunRequest) => {
      ran.push(request);
      return real.run(request);
    },
    removeImage: (image) => Promise.resolve(void removed.push(image)),
    takeOut: () => Promise.resolve(undefined),
  };
  const session: Session = {
    ...{engine, folder: folderWith({}), signal: new AbortController().signal, bases: new Map()},
    ...{labImage: undefined, tools: new Map([['golang:1.27-trixie', 'toolbox']]), builder: undefined},
    ...{noCache: false, reproduce: false, turns: (_, work) => work()},
  };
  const look = '    look: {take: /app, stage: build, args: [cat, /taken]}\n    expect:';
  const example = only(hello({'examples/hello/example.yaml': MANIFEST.replace('    expect:', look)}));
  const job = {
    ...{example, variant: 'current', platform: 'linux/amd64'},
    world: 'rebuilt',
    reason: '',
  } as const;
  return {attempt: await prove(session, job, identity, () => undefined), built, ran, removed};
}

it('builds the stage that brings the tool beside the image, and removes both', async () => {
  const {attempt, built, ran, removed} = await proveWith();
  expect(attempt.failures).toEqual([]);
  expect(built).toHaveLength(2);
  expect(built[1]).toBe(built[0]?.replace(/(?=:[^:]*$)/, '-build'));
  expect(ran.at(-1)).toMatchObject({image: built[1], args: ['cat', '/taken']});
  expect(removed).toEqual(built);
  expect(attempt.proof?.scenarios[0]?.command.split('\n')).toContain(
    'docker build --target build -t hello:current-build context',
  );
});

it('fails when that stage does not build, and keeps the image that did', async () => {
  const {attempt, built, ran} = await proveWith({succeeded: false, output: 'no such package\n'});
  expect(attempt.failures).toMatchObject([
    {scenario: null, what: 'stage build', expected: 'success', got: 'no such package'},
  ]);
  expect(attempt.keptImages).toEqual([built[0]]);
  expect(ran.some(({args}) => args.includes('/taken'))).toBe(false);
});

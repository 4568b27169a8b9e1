import {expect, it} from 'vitest';
import {folderWith, hello, identity, only} from '../../__tests__/fixtures';
import type {BuildResult} from '../../engine/types';
import type {Job} from '../plan';
import {prove} from '../prove';
import type {Session} from '../session';
import {fakeEngine} from './support/fakeEngine';

interface Asked {
  programs?: readonly string[];
  options?: Partial<Session>;
}

function proveWith(clean: Partial<BuildResult>, {programs = ['same', 'same'], options = {}}: Asked = {}) {
  const session: Session = {
    engine: fakeEngine(clean, programs),
    folder: folderWith({}),
    signal: new AbortController().signal,
    bases: new Map(),
    ...{
      labImage: undefined,
      tools: new Map([['golang:1.27-trixie', 'toolbox']]),
      builder: undefined,
      noCache: false,
      reproduce: true,
    },
    turns: (_, build) => build(),
    ...options,
  };
  const job: Job = {
    ...{example: only(hello()), variant: 'current', platform: 'linux/amd64'},
    ...{world: 'rebuilt', reason: ''},
  };
  return prove(session, job, identity, () => undefined);
}

const reproducible = async (programs: string[]) =>
  (await proveWith({}, {programs})).proof?.image?.binary?.reproducible;

it('a second build says whether the program came out the same', async () => {
  expect(await reproducible(['same', 'same'])).toBe(true);
  expect(await reproducible(['same', 'other'])).toBe(false);
});

it.each([
  ['fails', {succeeded: false, output: 'go: no space left on device\n'}, 'go: no space left on device'],
  ['takes too long', {succeeded: false, timedOut: true, output: 'go build\n'}, 'killed after 15m\ngo build'],
])('a second build that %s fails the job, and says nothing of the program', async (_, clean, got) => {
  const attempt = await proveWith(clean);
  expect(attempt.proof).toBeUndefined();
  expect(attempt.failures).toMatchObject([
    {scenario: null, what: 'second build, clean', expected: 'success', got},
  ]);
  expect(attempt.failures[0]?.command).toMatch(/^docker build -t .*-again/);
  expect(attempt.keptImages).toHaveLength(1);
});

it('the time of a build without cached layers is kept apart', async () => {
  const timed = async (options: Partial<Session>) =>
    (await proveWith({seconds: 7.256}, {options})).proof?.build;
  expect(await timed({})).toMatchObject({seconds: 1, cleanSeconds: 7.26});
  expect(await timed({noCache: true})).toMatchObject({seconds: 7.26, cleanSeconds: 7.26});
  expect(await timed({noCache: true, reproduce: false})).toMatchObject({seconds: 7.26, cleanSeconds: 7.26});
  expect(await timed({reproduce: false})).not.toHaveProperty('cleanSeconds');
});

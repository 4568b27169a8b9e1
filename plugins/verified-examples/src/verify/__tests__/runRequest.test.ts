import {describe, expect, it} from 'vitest';
import {hello, MANIFEST, only} from '../../__tests__/fixtures';
import {scenariosOf} from '../../example/model/variant';
import {toRunRequest} from '../runRequest';

function requestFor(written: string) {
  const yaml = MANIFEST.replace('title: greets', `title: greets\n${written}`);
  const example = only(hello({'examples/hello/example.yaml': yaml}));
  const [scenario] = scenariosOf(example.manifest, 'current');
  if (scenario === undefined) throw new Error('no scenario');
  const container = {options: ['--network', 'none'], image: 'hello', args: []};
  return toRunRequest({example, scenario, platform: 'linux/amd64'}, container, new AbortController().signal);
}

describe('toRunRequest', () => {
  it('bounds a run as its example says', () => {
    expect(requestFor('    env: {}')).toMatchObject({pids: 128, memory: '256m'});
  });

  it('leaves a bound to the words of the run where the scenario has one', () => {
    const request = requestFor('    limits: {pids: 64, nofile: 100, memory: 1g}');
    expect([request.pids, request.memory]).toEqual([undefined, undefined]);
  });
});

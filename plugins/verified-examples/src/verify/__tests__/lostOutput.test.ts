import {describe, expect, it} from 'vitest';
import {lostItsOutput} from '../runScenario';

const run = (stdout: string, stderr: string, exit = 0, broken: string[] = []) => ({
  result: {
    ...{id: 'a', title: 'a', command: 'docker run a', exit, stdout, stderr, seconds: 1},
    ...{http: [], dns: [], files: []},
  },
  broken,
});
const says = {expect: {exit: 1, stderr: {contains: ['no such host']}}};

describe('a run that lost its output', () => {
  it('printed nothing at all, where something was expected, whatever its exit code', () => {
    expect(lostItsOutput(run('', ''), says)).toBe(true);
    expect(lostItsOutput(run('', '', 1), says)).toBe(true);
    expect(lostItsOutput(run('', ''), {expect: {exit: 0, stdout: {exact: 'hello\n'}}})).toBe(true);
  });

  it('is no run that printed something else, nothing as expected, or was stopped', () => {
    expect(lostItsOutput(run('', 'other', 1), says)).toBe(false);
    expect(lostItsOutput(run('other', ''), says)).toBe(false);
    expect(lostItsOutput(run('', ''), {expect: {exit: 0, stdout: {exact: ''}}})).toBe(false);
    expect(lostItsOutput(run('', '', 137, ['still ran after 30s and was killed']), says)).toBe(false);
  });
});

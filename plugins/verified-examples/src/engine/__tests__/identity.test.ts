import {describe, expect, test} from 'vitest';
import {isSweepable, labels, machineId, ownIdentity, parseRun, runImage, runOfImage} from '../identity';

const self = {run: 'aaaaaaaa-10-100', machine: 'aaaaaaaa', pid: 10, started: '100'};

describe('identity', () => {
  test('of this process, the same each time, and read back', () => {
    const own = ownIdentity();
    expect(own).toEqual(ownIdentity());
    expect(own.pid).toBe(process.pid);
    expect(parseRun(own.run)).toEqual(own);
  });

  test('of a machine: host and pid namespace', () => {
    expect(machineId('a', 'pid:[1]')).toMatch(/^[0-9a-f]{8}$/);
    expect(new Set([machineId('a', 'x'), machineId('b', 'x'), machineId('a', 'y')]).size).toBe(3);
  });

  test('labels and image names', () => {
    expect(labels(self)).toEqual(['guide.cgo.run=aaaaaaaa-10-100', 'guide.cgo.pid=10@100']);
    expect(runImage(self, 'hello/alpine')).toBe('localhost/cgo-field-guide/run/hello/alpine:aaaaaaaa-10-100');
    expect(runOfImage(runImage(self, 'hello'))).toEqual(self);
  });

  test.each([
    'localhost/cgo-field-guide/base/golang:aaaaaaaa-10-100',
    'localhost/cgo-field-guide/run/hello:latest',
    'docker.io/library/golang:1.27',
    '<none>:<none>',
  ])('%s is of no run', (ref) => {
    expect(runOfImage(ref)).toBeUndefined();
  });
});

describe('isSweepable', () => {
  const alive = (pid: number): string | undefined => ({10: '100', 20: '200'})[pid];

  test.each([
    ['this run', self, true],
    ['a living one', {...self, run: 'b', pid: 20, started: '200'}, false],
    ['a dead one whose pid is used again', {...self, run: 'b', pid: 20, started: '150'}, true],
    ['a dead one', {...self, run: 'b', pid: 30, started: '300'}, true],
    ['one of another machine', {...self, run: 'b', machine: 'bbbbbbbb', pid: 30, started: '300'}, false],
  ])('%s: %s', (_name, owner, expected) => {
    expect(isSweepable(owner, self, alive)).toBe(expected);
  });
});

import {expect, it} from 'vitest';
import {compareVersions} from '../compareVersions';

it.each([
  ['2.36-9+deb12u13', '2.36-9+deb12u12'],
  ['2.36-9+deb12u10', '2.36-9+deb12u9'],
  ['1:1.0', '2.0'],
  ['1.0', '1.0~rc1'],
  ['1.0+b1', '1.0'],
  ['1.0-2', '1.0-1'],
  ['1.0.1', '1.0'],
  ['1.0a', '1.0'],
  ['1.0+x', '1.0a'],
  ['2026f-0+deb13u1', '2026b-0+deb13u1'],
  ['2.10.0-r0', '2.9.1-r3'],
  ['1.2.5-r10', '1.2.5-r9'],
  ['1.0-r0', '1.0_rc2-r1'],
  ['1.27.10', '1.27.9'],
])('%s is newer than %s', (newer, older) => {
  expect(compareVersions(newer, older)).toBeGreaterThan(0);
  expect(compareVersions(older, newer)).toBeLessThan(0);
});

it.each([
  ['1.0', '1.0'],
  ['0:1.0', '1.0'],
  ['1.01', '1.1'],
])('%s is the same as %s', (a, b) => {
  expect(compareVersions(a, b)).toBe(0);
});

import {describe, expect, test} from 'vitest';
import {formatBytes} from '../format/bytes';
import {formatGo, formatLines, formatUser} from '../format/facts';
import {formatDay, formatMoment} from '../format/moments';
import {formatSeconds} from '../format/seconds';

describe('bytes', () => {
  test.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [9_123_456, '9.1 MB'],
    [9_949_999, '9.9 MB'],
    [9_950_000, '10 MB'],
    [142_000_000, '142 MB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [1_200_000_000_000, '1200 GB'],
  ])('%i is %s', (bytes, words) => {
    expect(formatBytes(bytes)).toBe(words);
  });
});

describe('seconds', () => {
  test.each([
    [0, 'under 0.01 s'],
    [0.05, '0.05 s'],
    [0.2, '0.2 s'],
    [0.994, '0.99 s'],
    [0.996, '1.0 s'],
    [2.14, '2.1 s'],
    [9.96, '10 s'],
    [31.4, '31 s'],
  ])('%f is %s', (seconds, words) => {
    expect(formatSeconds(seconds)).toBe(words);
  });
});

describe('moments', () => {
  test('are told in UTC, whatever the machine', () => {
    expect(formatDay('2026-11-23T23:59:59Z')).toBe('23 Nov 2026');
    expect(formatDay('2026-01-05')).toBe('5 Jan 2026');
    expect(formatMoment('2026-11-23T06:41:09Z')).toBe('23 Nov 2026, 06:41 UTC');
  });

  test.each(['', '2026-13-01', 'yesterday', '2026-11-230'])('refuses %j', (text) => {
    expect(() => formatDay(text)).toThrow('is no date: expected YYYY-MM-DD');
  });
});

describe('facts', () => {
  test.each([
    [{user: '', uid: null}, 'root'],
    [{user: 'root', uid: 0}, 'root'],
    [{user: '65532', uid: 65532}, 'uid 65532'],
    [{user: 'nonroot', uid: 65532}, 'uid 65532'],
    [{user: 'app', uid: null}, 'user app'],
    [{user: null, uid: null}, null],
  ])('%j is %s', (image, words) => {
    expect(formatUser(image)).toBe(words);
  });

  test('Go and lines', () => {
    expect(formatGo('go1.27.4')).toBe('Go 1.27.4');
    const part = {kind: 'stage', name: 'build'} as const;
    expect(formatLines({...part, from: 12, to: 20}, 'Dockerfile')).toBe('lines 12–20 of Dockerfile');
    expect(formatLines({...part, from: 3, to: 3}, 'Dockerfile')).toBe('line 3 of Dockerfile');
  });
});

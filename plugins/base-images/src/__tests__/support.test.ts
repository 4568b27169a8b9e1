import {expect, it} from 'vitest';
import {catalogue} from '../catalogue';
import {firstEnd, isOver, supportOf} from '../support';

it('knows the parts of every base but those without a release', () => {
  const without = catalogue.filter(({ref}) => supportOf(ref).length === 0).map(({ref}) => ref);
  expect(without).toEqual(['scratch']);
  expect(supportOf('docker.io/library/golang:1.22-alpine3.19').map(({what}) => what)).toEqual([
    'Go 1.22',
    'Alpine 3.19',
  ]);
  expect(supportOf('golang:1.27-trixie').map(({what}) => what)).toEqual(['Go 1.27', 'Debian 13']);
  expect(supportOf('gcr.io/distroless/base-debian12:debug')).toEqual([
    {
      what: 'distroless, debian12',
      until: '2026-09',
      longTerm: null,
      source: {
        title: 'distroless',
        url: 'https://github.com/GoogleContainerTools/distroless/blob/main/SUPPORT_POLICY.md',
      },
    },
  ]);
});

it.each([
  ['2026-09', '2026-09-30', false],
  ['2026-09', '2026-10-01', true],
  ['2026-11-28', '2026-11-28', false],
  ['2026-11-28', '2026-11-29', true],
  ['a year after Debian 14 is released', '2030-01-01', false],
  [null, '2030-01-01', false],
])('until %s, on %s: over is %s', (until, day, over) => {
  expect(isOver({until}, day)).toBe(over);
});

it.each([
  ['golang:1.22-alpine3.19', '2025-02-11'],
  ['gcr.io/distroless/static-debian12', '2026-09'],
  ['gcr.io/distroless/static-debian13', null],
  ['scratch', null],
])('the first part of %s to lose support does so on %s', (ref, end) => {
  expect(firstEnd(ref)).toBe(end);
});

import {expect, it, test} from 'vitest';
import type {UpstreamView} from '../../model/upstreamView';
import {formatUpstream, upstreamTexts} from '../format/upstream';

type View = NonNullable<UpstreamView>;
const view = (more: Partial<View>): View => ({
  ...{world: 'rebuilt', state: 'unmoved', asOf: '2026-11-29', since: null, why: null, newer: 0},
  ...more,
});
const MOVED = {state: 'moved', since: '2026-11-22T04:17:30Z'} as const;

it.each<[UpstreamView, string]>([
  [view({}), 'On 29 Nov 2026: no package is newer.'],
  [view({...MOVED, newer: 2}), 'On 29 Nov 2026: 2 packages are newer, since 22 Nov 2026.'],
  [view({...MOVED, newer: 1}), 'On 29 Nov 2026: 1 package is newer, since 22 Nov 2026.'],
  [view({state: 'moving', newer: 2}), 'On 29 Nov 2026: 2 packages are newer, seen for less than a day.'],
  [view({world: 'registry'}), 'On 29 Nov 2026: the tag names the same image.'],
  [view({world: 'registry', ...MOVED}), 'On 29 Nov 2026: the tag names another image, since 22 Nov 2026.'],
  [
    view({world: 'registry', state: 'moving'}),
    'On 29 Nov 2026: the tag names another image, seen for less than a day.',
  ],
  [
    view({world: 'registry', state: 'unknown', why: 'The registry cannot be reached.'}),
    'On 29 Nov 2026: not known. The registry cannot be reached.',
  ],
  [null, 'Not known: nobody was asked since it was pinned or rebuilt.'],
])('%o: %s', (given, text) => {
  expect(formatUpstream(given)).toBe(text);
});

test('bases that share a row say what they have in common once', () => {
  const registry = view({world: 'registry'});
  const upstream = [
    {ref: 'base:latest', views: [view({}), registry]},
    {ref: 'base:nonroot', views: [view({}), view({world: 'registry', ...MOVED})]},
  ];
  expect(upstreamTexts(upstream)).toEqual([
    'On 29 Nov 2026: no package is newer.',
    'latest: On 29 Nov 2026: the tag names the same image.',
    'nonroot: On 29 Nov 2026: the tag names another image, since 22 Nov 2026.',
  ]);
});

import {expect, test} from 'vitest';
import type {Radar, RadarEntry} from '../../../../../base-images/src/radar/model';
import {upstreamOfBase, upstreamOfUse} from '../upstream';

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const REBUILT: RadarEntry = {
  ...{reference: 'debian:trixie-slim', platform: 'linux/amd64', world: 'rebuilt', state: 'moved'},
  ...{asOf: '2026-11-29', pinned: {digest: digest('a')}, now: {digest: digest('b')}},
  ...{since: '2026-11-22T04:17:00Z', newer: [{package: 'libc6', was: '1', is: '2'}]},
  ...{why: null, supportEnd: null},
};
const REGISTRY: RadarEntry = {
  ...{reference: 'debian:13-slim', platform: 'linux/amd64', world: 'registry', state: 'unknown'},
  ...{asOf: '2026-11-29', pinned: {digest: digest('c')}, now: null, since: null},
  ...{why: 'The registry cannot be reached.', supportEnd: null},
};
const RADAR: Radar = {schema: 1, entries: [REBUILT, REGISTRY]};
const MOVED = {
  ...{world: 'rebuilt', state: 'moved', asOf: '2026-11-29', since: '2026-11-22T04:17:00Z'},
  ...{why: null, newer: 1},
};

test('of a proof: about exactly the content that it rests on, by any name of a rebuilt base', () => {
  const use = {ref: 'debian:13-slim', content: digest('a'), provenance: 'rebuilt'} as const;
  expect(upstreamOfUse(use, 'linux/amd64', RADAR)).toEqual(MOVED);
  expect(upstreamOfUse({...use, content: digest('d')}, 'linux/amd64', RADAR)).toBeNull();
  expect(upstreamOfUse(use, 'linux/arm64', RADAR)).toBeNull();
  expect(upstreamOfUse({...use, platform: 'linux/amd64'}, 'linux/arm64', RADAR)).toEqual(MOVED);
});

test('of a proof of the registry: by the very name that was pinned', () => {
  const use = {ref: 'debian:13-slim', content: digest('c'), provenance: 'registry'} as const;
  expect(upstreamOfUse(use, 'linux/amd64', RADAR)).toMatchObject({state: 'unknown', newer: 0});
  expect(upstreamOfUse({...use, ref: 'debian:trixie-slim'}, 'linux/amd64', RADAR)).toBeNull();
});

test('of a base of the catalogue: both worlds, as far as they were asked', () => {
  expect(upstreamOfBase('debian:trixie-slim', 'linux/amd64', RADAR)).toEqual([MOVED]);
  const registry = {...REGISTRY, reference: 'debian:trixie-slim'};
  const both: Radar = {schema: 1, entries: [registry, REBUILT]};
  expect(upstreamOfBase('debian:trixie-slim', 'linux/amd64', both).map((view) => view?.world)).toEqual([
    'rebuilt',
    'registry',
  ]);
  expect(upstreamOfBase('alpine:3.23', 'linux/amd64', RADAR)).toEqual([null]);
});

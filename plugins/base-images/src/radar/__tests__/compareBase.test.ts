import {expect, it, test} from 'vitest';
import {contentDigest} from '../../archive/makeArchive';
import {findBase, recipeOf} from '../../catalogue';
import type {LayerRecipe} from '../../recipe/types';
import {askedOf, compareBase, type IndexAnswer} from '../compareBase';

const layersOf = (ref: string): readonly LayerRecipe[] => {
  const entry = findBase(ref);
  return (entry && recipeOf(entry, 'linux/amd64')?.layers) ?? [];
};
const GOLANG = layersOf('golang:1.27-trixie');
const PACKAGES = {go: '1.27.4', libc6: '2.41-12', zlib1g: '1:1.3-1'};
const DEBIAN = {libc6: '2.41-12', zlib1g: '1:1.3-1'};
const answers = (
  debian: Record<string, string> | string,
  go: Record<string, string> | string = {1.27: '1.27.4'},
): ReadonlyMap<string, IndexAnswer> =>
  new Map([
    ['Debian trixie', answer(debian)],
    ['Go', answer(go)],
  ]);
const answer = (given: Record<string, string> | string): IndexAnswer =>
  typeof given === 'string' ? given : new Map(Object.entries(given));

it('asks each index for what came from it', () => {
  expect([...askedOf(PACKAGES, GOLANG)]).toEqual([
    ['Go', {index: {kind: 'go'}, names: ['1.27']}],
    ['Debian trixie', {index: {kind: 'debian', suite: 'trixie'}, names: ['libc6', 'zlib1g']}],
  ]);
});

it('is where it was when every index answered and none has a newer package', () => {
  expect(compareBase(PACKAGES, GOLANG, answers(DEBIAN))).toEqual({
    now: {digest: contentDigest(PACKAGES)},
    newer: [],
  });
});

it('names what is newer, and what the base would then be', () => {
  const found = compareBase(PACKAGES, GOLANG, answers({...DEBIAN, zlib1g: '1:1.3-2'}, {1.27: '1.27.5'}));
  expect(found).toEqual({
    now: {digest: contentDigest({go: '1.27.5', libc6: '2.41-12', zlib1g: '1:1.3-2'})},
    newer: [
      {package: 'go', was: '1.27.4', is: '1.27.5'},
      {package: 'zlib1g', was: '1:1.3-1', is: '1:1.3-2'},
    ],
  });
});

test('one newer package is a move, whoever else does not answer', () => {
  const found = compareBase(PACKAGES, GOLANG, answers({...DEBIAN, libc6: '2.41-13'}, 'Go did not answer.'));
  expect(found).toMatchObject({newer: [{package: 'libc6'}]});
});

test.each<[string, ReadonlyMap<string, IndexAnswer>, string]>([
  ['an index does not answer', answers(DEBIAN, 'Go did not answer.'), 'Go did not answer.'],
  [
    'an index was not asked',
    new Map([['Go', new Map([['1.27', '1.27.4']])]]),
    'Debian trixie was not asked.',
  ],
  ['a package is gone', answers({libc6: '2.41-12'}), 'Debian trixie has no package zlib1g any more.'],
  [
    'a mirror lags behind',
    answers({...DEBIAN, libc6: '2.41-9'}),
    'The list of Debian trixie is older than the base: libc6 2.41-9 there, 2.41-12 here.',
  ],
  [
    'several do not',
    answers('Debian did not answer.', 'Go did not answer.'),
    'Debian did not answer. Go did not answer.',
  ],
])('it is not known when %s', (_, given, unknown) => {
  expect(compareBase(PACKAGES, GOLANG, given)).toEqual({unknown});
});

test('a stand-in has its musl from Debian, under a version as Alpine writes them', () => {
  const layers = layersOf('alpine:3.19');
  const packages = {musl: '1.2.5-r0', busybox: '1.37.0-r30', 'apk/tzdata': '2026b-r0'};
  expect([...askedOf(packages, layers).keys()]).toEqual(['Debian trixie', 'Alpine 3.23']);
  const debian = new Map([
    ['musl', '1.2.5-3'],
    ['tzdata', '2026f-0+deb13u1'],
  ]);
  const given = new Map<string, IndexAnswer>([
    ['Debian trixie', debian],
    ['Alpine 3.23', new Map([['busybox', '1.37.0-r31']])],
  ]);
  expect(compareBase(packages, layers, given)).toMatchObject({
    newer: [
      {package: 'apk/tzdata', was: '2026b-r0', is: '2026f-r0'},
      {package: 'busybox', was: '1.37.0-r30', is: '1.37.0-r31'},
    ],
  });
});

test('every package of a recipe that lists them has an origin, but Zig', () => {
  const packages = Object.fromEntries(
    layersOf('golang:1.27-alpine3.23').flatMap((layer): [string, string][] => {
      if (layer.kind === 'alpine') return layer.packages.map((name) => [name, '1-r0']);
      return layer.kind === 'apk-repository' ? layer.packages.map(({name}) => [`apk/${name}`, '1-r0']) : [];
    }),
  );
  const asked = [...askedOf(packages, layersOf('golang:1.27-alpine3.23')).values()];
  const names = asked.reduce((count, one) => count + one.names.length, 0);
  expect(names).toBe(Object.keys(packages).length - 1);
});

import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {contentDigest} from '../../archive/makeArchive';
import {findBase, recipeOf} from '../../catalogue';
import {digestOf} from '../../digest';
import {askIndex} from '../askIndex';
import {cachedPackages, lookAtRebuilt} from '../lookAtRebuilt';

vi.mock('../askIndex', () => ({askIndex: vi.fn()}));

const PLATFORM = 'linux/amd64';
const base = (ref: string) => {
  const entry = findBase(ref);
  if (entry === undefined) throw new Error(ref);
  return entry;
};
const request = {cache: '/nowhere', signal: new AbortController().signal, onProgress: () => undefined};

let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'cache-'));
  vi.mocked(askIndex).mockReset();
});
afterEach(async () => {
  await rm(cache, {recursive: true});
});

it('asks each index once, for the packages of all bases', async () => {
  vi.mocked(askIndex).mockResolvedValue(
    new Map([
      ['libc6', '2'],
      ['netbase', '1'],
    ]),
  );
  const [one, other] = [{libc6: '1'}, {netbase: '1'}];
  const looks = await lookAtRebuilt(
    [
      {entry: base('debian:trixie-slim'), platform: PLATFORM, content: contentDigest(one)},
      {entry: base('gcr.io/distroless/static-debian13'), platform: PLATFORM, content: contentDigest(other)},
    ],
    {[contentDigest(one)]: one, [contentDigest(other)]: other},
    request,
  );
  expect(vi.mocked(askIndex).mock.calls.map(([index, names]) => [index, names])).toEqual([
    [{kind: 'debian', suite: 'trixie'}, ['libc6', 'netbase']],
  ]);
  expect(looks.map(({answer}) => answer)).toMatchObject([{newer: [{package: 'libc6'}]}, {newer: []}]);
});

it('does not know where nothing was rebuilt or nothing is recorded, and asks for nothing', async () => {
  const entry = base('debian:trixie-slim');
  const looks = await lookAtRebuilt(
    [
      {entry, platform: PLATFORM, content: null},
      {entry, platform: 'linux/arm64', content: contentDigest({libc6: '1'})},
    ],
    {},
    request,
  );
  expect(looks.map(({answer}) => answer)).toEqual([
    {unknown: 'It was not rebuilt yet.'},
    {unknown: 'The packages that it was rebuilt with are not recorded.'},
  ]);
  expect(askIndex).not.toHaveBeenCalled();
});

it('reads what this machine rebuilt, only where every layer of the recipe is there', async () => {
  const entry = base('golang:1.27-trixie');
  const layers = recipeOf(entry, PLATFORM)?.layers ?? [];
  const packages = [{libc6: '2.41-12'}, {go: '1.27.4'}, {}];
  expect(layers).toHaveLength(3);
  for (const [index, recipe] of layers.entries()) {
    expect(await cachedPackages(entry, PLATFORM, cache)).toBeUndefined();
    const home = join(cache, 'layers', digestOf({recipe, platform: PLATFORM}).slice('sha256:'.length));
    await mkdir(home, {recursive: true});
    await writeFile(join(home, 'layer.tar'), 'tar');
    const facts = {digest: 'x', size: 3, packages: packages[index], checks: []};
    await writeFile(join(home, 'layer.json'), JSON.stringify(facts));
  }
  expect(await cachedPackages(entry, PLATFORM, cache)).toEqual({libc6: '2.41-12', go: '1.27.4'});
});

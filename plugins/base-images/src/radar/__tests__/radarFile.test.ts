import {mkdir, mkdtemp, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, it} from 'vitest';
import type {RadarEntry} from '../model';
import {entryOf, RADAR_FILE, readRadar, writeRadar} from '../radarFile';

const DIGEST = `sha256:${'c'.repeat(64)}`;
const ENTRY: RadarEntry = {
  reference: 'alpine:3.23',
  platform: 'linux/amd64',
  world: 'rebuilt',
  state: 'unmoved',
  asOf: '2026-11-29',
  pinned: {digest: DIGEST},
  now: {digest: DIGEST},
  since: null,
  newer: [],
  why: null,
  supportEnd: '2027-11-01',
};

let site: string;
beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), 'radar-'));
  await mkdir(join(site, 'plugins/base-images'), {recursive: true});
});
afterEach(async () => {
  await rm(site, {recursive: true});
});

it('reads what it wrote, sorted, and nothing where nobody was asked', async () => {
  expect(readRadar(site).entries).toEqual([]);
  const registry: RadarEntry = {...ENTRY, world: 'registry'};
  const golang: RadarEntry = {...ENTRY, reference: 'golang:1.27-trixie'};
  await writeRadar(site, [golang, ENTRY, registry]);
  expect(readRadar(site).entries).toEqual([ENTRY, registry, golang]);
  expect(await readdir(join(site, 'plugins/base-images'))).toEqual(['radar.json']);
  expect(entryOf(readRadar(site), golang)).toEqual(golang);
  expect(entryOf(readRadar(site), {...golang, platform: 'linux/arm64'})).toBeUndefined();
});

it('names everything that is wrong', async () => {
  const entries = [
    {...ENTRY, state: 'unknown'},
    {...ENTRY, platform: 'linux/arm64', now: null},
    {...ENTRY, reference: 'b', state: 'moved'},
    {...ENTRY, reference: 'c', pinned: {digest: 'latest'}, asOf: 'today'},
    {...ENTRY, reference: 'd'},
    {...ENTRY, reference: 'd'},
  ];
  await writeFile(join(site, RADAR_FILE), JSON.stringify({schema: 1, entries}));
  expect(refusal()).toMatchInlineSnapshot(`
    "Error: SITE/plugins/base-images/radar.json: this radar cannot be used:
    - entries.0: unknown needs a why
    - entries.1: unmoved needs both pinned and now
    - entries.2: moved needs a since
    - entries.3.asOf: Invalid ISO date
    - entries.3.pinned.digest: expected sha256: and 64 hex digits
    - entries.5: a second entry for d linux/amd64 rebuilt"
  `);
});

it('refuses two entries for one base', async () => {
  await writeFile(join(site, RADAR_FILE), JSON.stringify({schema: 1, entries: [ENTRY, ENTRY]}));
  expect(refusal()).toMatchInlineSnapshot(`
    "Error: SITE/plugins/base-images/radar.json: this radar cannot be used:
    - entries.1: a second entry for alpine:3.23 linux/amd64 rebuilt"
  `);
  await writeFile(join(site, RADAR_FILE), '{');
  expect(refusal()).toMatchInlineSnapshot(`"Error: SITE/plugins/base-images/radar.json: expected JSON"`);
});

it('writes nothing that it could not read', async () => {
  await expect(writeRadar(site, [{...ENTRY, state: 'moved'}])).rejects.toThrow('moved needs a since');
  expect(await readdir(join(site, 'plugins/base-images'))).toEqual([]);
});

function refusal(): string {
  try {
    readRadar(site);
  } catch (error) {
    return String(error).replace(site, 'SITE');
  }
  throw new Error('not refused');
}

import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {readPins, writePins} from '../pins';

let site: string;
beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), 'pins-'));
  await mkdir(join(site, 'plugins/base-images'), {recursive: true});
});
afterEach(async () => {
  await rm(site, {recursive: true});
});

it('reads what it wrote, and nothing where nothing is pinned', async () => {
  expect(readPins(site)).toEqual({});
  const pins = {'alpine:3.23': {digest: `sha256:${'c'.repeat(64)}`, pinned: '2026-11-23'}};
  await writePins(site, pins);
  expect(readPins(site)).toEqual(pins);
});

it('names every pin that is malformed', async () => {
  const pins = {
    'alpine:3.23': {digest: 'latest', pinned: '2026-11-23'},
    b: {digest: `sha256:${'c'.repeat(64)}`, pinned: 'x'},
  };
  await writeFile(join(site, 'plugins/base-images/pins.json'), JSON.stringify(pins));
  const message = () => {
    try {
      return readPins(site);
    } catch (error) {
      return String(error).replace(site, 'SITE');
    }
  };
  expect(message()).toMatchInlineSnapshot(`
    "Error: SITE/plugins/base-images/pins.json: these pins cannot be used:
    - alpine:3.23.digest: expected sha256: and 64 hex digits
    - b.pinned: Invalid ISO date"
  `);
});

import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {contentDigest} from '../../archive/makeArchive';
import {CONTENTS_FILE, readContents, writeContents} from '../contents';

let site: string;
beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), 'contents-'));
  await mkdir(join(site, 'plugins/base-images'), {recursive: true});
});
afterEach(async () => {
  await rm(site, {recursive: true});
});

it('reads what it wrote, and nothing where nothing is recorded', async () => {
  expect(readContents(site)).toEqual({});
  const packages = {libc6: '2.41-12', 'base-files': '13.8'};
  await writeContents(site, {[contentDigest(packages)]: packages});
  expect(readContents(site)).toEqual({[contentDigest(packages)]: packages});
});

it('refuses packages whose digest is another', async () => {
  const digest = `sha256:${'c'.repeat(64)}`;
  await writeFile(join(site, CONTENTS_FILE), JSON.stringify({[digest]: {libc6: '2.41-12'}, latest: {}}));
  const message = () => {
    try {
      return readContents(site);
    } catch (error) {
      return String(error).replace(site, 'SITE');
    }
  };
  expect(message()).toMatchInlineSnapshot(`
    "Error: SITE/plugins/base-images/contents.json: these contents cannot be used:
    - latest: Invalid key in record"
  `);
  await writeFile(join(site, CONTENTS_FILE), JSON.stringify({[digest]: {libc6: '2.41-12'}}));
  expect(message()).toMatchInlineSnapshot(`
    "Error: SITE/plugins/base-images/contents.json: these contents cannot be used:
    - sha256:cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc: is not the digest of these packages"
  `);
});

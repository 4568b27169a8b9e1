import {mkdirSync, readdirSync, utimesSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {folderWith} from '../../../__tests__/fixtures';
import {evictCaches} from '../evictCaches';

const NAMES = Array.from({length: 10}, (_, age) => `cache-${age}`);

it('keeps the newest caches and what is no cache', () => {
  const siteDir = folderWith({});
  const folder = path.join(siteDir, 'node_modules/.cache/rspack');
  for (const [age, name] of ['.temp', ...NAMES].entries()) {
    mkdirSync(path.join(folder, name), {recursive: true});
    utimesSync(path.join(folder, name), 0, 1000 - age);
  }
  evictCaches(siteDir);
  expect(readdirSync(folder).sort()).toEqual(['.temp', ...NAMES.slice(0, 8)]);
});

it('does nothing where there is no cache', () => {
  expect(() => {
    evictCaches(folderWith({}));
  }).not.toThrow();
});

import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import * as ours from '../utilsCommon';

const CLIENT = [
  'core/lib/client',
  'theme-common/lib',
  'theme-classic/lib/theme',
  'plugin-content-docs/lib/client',
];
const IMPORT = /import \{([^}]*)\} from ['"]@docusaurus\/utils-common['"]/g;

it('has what the client of Docusaurus imports, but for blogs', () => {
  const wanted = CLIENT.flatMap((folder) => {
    const root = path.resolve('node_modules/@docusaurus', folder);
    return readdirSync(root, {recursive: true, encoding: 'utf8'})
      .filter((file) => file.endsWith('.js') && !file.includes('BlogPost'))
      .flatMap((file) => [...readFileSync(path.join(root, file), 'utf8').matchAll(IMPORT)])
      .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()));
  });
  expect(wanted).toContain('applyTrailingSlash');
  expect(wanted.filter((name) => !(name in ours))).toEqual([]);
});

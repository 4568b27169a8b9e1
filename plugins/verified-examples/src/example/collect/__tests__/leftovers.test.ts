import {readFileSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {folderWith, hello, HELLO, only} from '../../../__tests__/fixtures';
import {keyParts} from '../../../proof/keys/key';
import {discoverExamples} from '../discover';
import {isLeftover} from '../leftovers';

const LEFT = [
  '.Dockerfile.swp',
  '.Dockerfile.swo',
  '.main.go.un~',
  '4913',
  'main.go~',
  '#main.go#',
  '.#main.go',
  '.main.go.kate-swp',
  'main.go___jb_tmp___',
  '.DS_Store',
  '._main.go',
  'Thumbs.db',
  'Desktop.ini',
  '.directory',
  '.nfs000000000012',
  'main.go.orig',
  'Dockerfile.rej',
  'build.log',
];

const KEPT = [
  'Dockerfile',
  '.dockerignore',
  'main.go',
  '.swp',
  'x.swp',
  '#1.txt',
  'a#',
  'catalog',
  '.env',
  'orig',
  'go.mod',
];

describe('what tools leave behind', () => {
  it.each(LEFT)('is no part of an example: %s', (name) => {
    const request = (example = only(hello())) =>
      keyParts({example, variant: 'current', platform: 'linux/amd64', world: 'rebuilt'}, () => 'identity');
    const changes = {[`examples/hello/${name}`]: 'left', [`examples/hello/data/${name}`]: 'left'};
    expect(request(only(hello(changes)))).toEqual(request());
  });

  it.each(KEPT)('is not %s', (name) => {
    expect(isLeftover(name)).toBe(false);
  });

  it('may be a link, or a folder beside the examples', () => {
    const folder = folderWith({
      ...HELLO,
      'examples/.idea/x.xml': '',
      'examples/hello/.vscode/settings.json': '{}',
    });
    symlinkSync('user@host.123:456', path.join(folder, 'examples/hello/.#Dockerfile'));
    const example = only(discoverExamples(folder, 'examples'));
    expect(example.context.map((file) => file.path)).toEqual(['Dockerfile', 'main.go']);
  });

  it('is what git ignores in this repository', () => {
    const ignored = readFileSync(path.join(__dirname, '../../../../../../.gitignore'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('/'));
    expect(ignored.length).toBeGreaterThan(0);
    for (const pattern of ignored)
      expect([pattern, isLeftover(pattern.replace('*', 'x').replace(/\/$/, ''))]).toEqual([pattern, true]);
  });
});

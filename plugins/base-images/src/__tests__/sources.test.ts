import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {findMirror, sourcesText} from '../deb/sources';

let etc: string;
beforeEach(async () => {
  etc = await mkdtemp(join(tmpdir(), 'apt-'));
  await mkdir(join(etc, 'sources.list.d'));
});
afterEach(async () => {
  await rm(etc, {recursive: true});
});

describe('findMirror', () => {
  it('reads deb822 sources', async () => {
    const text = `# comment
Types: deb deb-src
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main contrib

Types: deb
URIs: http://mirror.example/security
Suites: bookworm-security
Components: main
`;
    await writeFile(join(etc, 'sources.list.d/debian.sources'), text);
    expect(await findMirror(etc)).toMatchObject({
      main: 'http://mirror.example/debian',
      security: 'http://mirror.example/security',
    });
  });

  it('reads one-line sources and passes over archives of others', async () => {
    await writeFile(
      join(etc, 'sources.list'),
      'deb [signed-by=/k.gpg] https://other.example/apt nodistro main\n#deb http://off.example/debian trixie main\ndeb http://mirror.example/debian/ trixie main\n',
    );
    expect(await findMirror(etc)).toMatchObject({
      main: 'http://mirror.example/debian/',
      security: 'http://mirror.example/debian-security',
    });
  });

  it('passes over a disabled source, and says what it read when there is no other', async () => {
    const text =
      'Types: deb\nURIs: http://mirror.example/debian\nSuites: trixie\nComponents: main\nEnabled: no\n';
    await writeFile(join(etc, 'sources.list.d/debian.sources'), text);
    const failure = findMirror(etc).catch((error: unknown) => String(error).replace(etc, 'ETC'));
    expect(await failure).toMatchInlineSnapshot(
      `"CannotRebuildError: ETC: no source of the Debian archive found (read: sources.list.d/debian.sources); bases are rebuilt on Debian, with apt's own sources"`,
    );
  });
});

it('gives a suite with its updates and security fixes', () => {
  const mirror = {main: 'http://m/debian', security: 'http://m/security', keyring: '/k.gpg'};
  expect(sourcesText('trixie', mirror)).toMatchInlineSnapshot(`
    "Types: deb
    URIs: http://m/debian
    Suites: trixie trixie-updates
    Components: main
    Signed-By: /k.gpg

    Types: deb
    URIs: http://m/security
    Suites: trixie-security
    Components: main
    Signed-By: /k.gpg
    "
  `);
});

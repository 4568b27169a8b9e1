import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {findMirror, parseDeb822, parseList, readSources, sourceOf, sourcesText} from '../deb/sources';

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

describe('what apt knows of sources', () => {
  it('is read from stanzas, but not from those that are off or of source packages', () => {
    const text = `
# a comment
Types: deb deb-src
URIs: https://a.example.org/debian https://b.example.org/debian
Suites: bookworm
 bookworm-updates
Components: main contrib
Signed-By: /usr/share/keyrings/a.gpg

Types: deb
URIs: https://a.example.org/security
Suites: bookworm-security
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 /notApath

Enabled: no
Types: deb
URIs: https://off.example.org
Suites: bookworm

Types: deb-src
URIs: https://sources.example.org
Suites: bookworm
`;
    const shared = {
      suites: ['bookworm', 'bookworm-updates'],
      components: ['main', 'contrib'],
      signedBy: '/usr/share/keyrings/a.gpg',
    };
    expect(parseDeb822(text)).toEqual([
      {uri: 'https://a.example.org/debian', ...shared},
      {uri: 'https://b.example.org/debian', ...shared},
      {
        uri: 'https://a.example.org/security',
        suites: ['bookworm-security'],
        components: ['main'],
        signedBy: undefined,
      },
    ]);
  });

  it('is read from lines', () => {
    const text = `
# deb https://off.example.org bookworm main
deb [arch=amd64 signed-by=/k.gpg] https://a.example.org/debian bookworm main contrib
deb-src https://a.example.org/debian bookworm main
deb https://b.example.org/flat ./`;
    expect(parseList(text)).toEqual([
      {
        uri: 'https://a.example.org/debian',
        suites: ['bookworm'],
        components: ['main', 'contrib'],
        signedBy: '/k.gpg',
      },
      {uri: 'https://b.example.org/flat', suites: ['./'], components: [], signedBy: undefined},
    ]);
  });

  it('is read from all files of a folder, others left aside', async () => {
    await writeFile(join(etc, 'sources.list'), 'deb a bookworm main\n');
    await writeFile(join(etc, 'sources.list.d/b.list'), 'deb b bookworm main\n');
    await writeFile(join(etc, 'sources.list.d/c.sources'), 'Types: deb\nURIs: c\nSuites: bookworm\n');
    await writeFile(join(etc, 'sources.list.d/d.list.bak'), 'deb d bookworm main\n');
    const {sources, files} = await readSources(etc);
    expect(sources.map(({uri}) => uri)).toEqual(['a', 'b', 'c']);
    expect(files).toEqual(['sources.list', 'sources.list.d/b.list', 'sources.list.d/c.sources']);
    expect(await readSources(join(etc, 'none'))).toEqual({sources: [], files: []});
  });

  it('gives the source of a suite by its name or as stable, else none', () => {
    const source = (suite: string) => ({uri: suite, suites: [suite], components: [], signedBy: undefined});
    const [named, stable] = [source('bookworm'), source('stable')];
    expect(sourceOf('bookworm', [stable, named])).toBe(named);
    expect(sourceOf('bookworm', [stable])).toBe(stable);
    expect(sourceOf('trixie', [named])).toBeUndefined();
  });
});

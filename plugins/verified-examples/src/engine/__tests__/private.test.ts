import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {boundProcesses, removeCgroups} from '../private/cgroups';
import {parseDeb822, parseList, readSources, sourceOf} from '../private/debianSources';
import {suiteWithDocker} from '../private/fetchDocker';
import {cleanupText} from '../private/privateDocker';

const scratch = mkdtempSync(join(tmpdir(), 'cgo-test-'));

afterAll(() => {
  rmSync(scratch, {recursive: true});
});

describe('Debian sources', () => {
  const deb822 = `
# a comment
Types: deb deb-src
URIs: https://mirror.example.org/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/a.gpg

Types: deb
URIs: https://mirror.example.org/security
Suites: bookworm-security
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----

Enabled: no
Types: deb
URIs: https://off.example.org
Suites: bookworm

Types: deb-src
URIs: https://sources.example.org
Suites: bookworm
`;

  test('deb822', () => {
    expect(parseDeb822(deb822)).toEqual([
      {
        uri: 'https://mirror.example.org/debian',
        suites: ['bookworm', 'bookworm-updates'],
        signedBy: '/usr/share/keyrings/a.gpg',
      },
      {uri: 'https://mirror.example.org/security', suites: ['bookworm-security'], signedBy: undefined},
    ]);
  });

  test('one line each', () => {
    const text = `
# deb https://off.example.org bookworm main
deb [arch=amd64 signed-by=/k.gpg] https://a.example.org/debian bookworm main contrib
deb-src https://a.example.org/debian bookworm main
deb https://b.example.org/debian stable main`;
    expect(parseList(text)).toEqual([
      {uri: 'https://a.example.org/debian', suites: ['bookworm'], signedBy: '/k.gpg'},
      {uri: 'https://b.example.org/debian', suites: ['stable'], signedBy: undefined},
    ]);
  });

  test('the mirror of a suite, by its name or as stable; of nothing, none', () => {
    const [named, stable] = [
      {uri: 'named', suites: ['bookworm'], signedBy: undefined},
      {uri: 'stable', suites: ['stable'], signedBy: undefined},
    ];
    expect(sourceOf('bookworm', [stable, named])).toBe(named);
    expect(sourceOf('bookworm', [stable])).toBe(stable);
    expect(sourceOf('trixie', [named])).toBeUndefined();
  });

  test('all files of a directory, others left aside', () => {
    const apt = join(scratch, 'apt');
    mkdirSync(join(apt, 'sources.list.d'), {recursive: true});
    writeFileSync(join(apt, 'sources.list'), 'deb a bookworm main\n');
    writeFileSync(join(apt, 'sources.list.d/b.list'), 'deb b bookworm main\n');
    writeFileSync(join(apt, 'sources.list.d/c.sources'), 'Types: deb\nURIs: c\nSuites: bookworm\n');
    writeFileSync(join(apt, 'sources.list.d/d.list.bak'), 'deb d bookworm main\n');
    expect(readSources(apt).map(({uri}) => uri)).toEqual(['a', 'b', 'c']);
    expect(readSources(join(scratch, 'none'))).toEqual([]);
  });
});

describe('suiteWithDocker', () => {
  const line = (version: string, suite: string): string =>
    ` docker.io | ${version} | https://mirror.example.org/debian ${suite}/main amd64 Packages`;

  test("the machine's own when new enough, else the newer one", () => {
    const both = [line('26.1.5+dfsg1-9', 'trixie'), line('20.10.24+dfsg1-1', 'bookworm')].join('\n');
    expect(suiteWithDocker(both, 'bookworm')).toBe('trixie');
    const own = [line('28.1.0', 'forky'), line('26.1.5+dfsg1-9', 'trixie')].join('\n');
    expect(suiteWithDocker(own, 'forky')).toBe('forky');
    expect(suiteWithDocker(own, 'trixie')).toBe('trixie');
  });

  test('none', () => {
    expect(() =>
      suiteWithDocker(line('20.10.24', 'bookworm'), 'bookworm'),
    ).toThrowErrorMatchingInlineSnapshot(
      `[Error: no Debian suite has Docker 23 or newer (found: 20.10.24 in bookworm)]`,
    );
    expect(() => suiteWithDocker('', 'bookworm')).toThrowErrorMatchingInlineSnapshot(
      `[Error: no Debian suite has Docker 23 or newer (found: none)]`,
    );
  });
});

describe('boundProcesses', () => {
  const written = (path: string): string => readFileSync(join(scratch, path), 'utf8');

  test('in the hierarchy of processes of cgroup v1', () => {
    mkdirSync(join(scratch, 'v1/pids'), {recursive: true});
    expect(boundProcesses('ours', join(scratch, 'v1'))).toBe(true);
    expect(written('v1/pids/ours/pids.max')).toBe('4096');
  });

  test('in the one hierarchy of cgroup v2, where the controller has to be handed down', () => {
    mkdirSync(join(scratch, 'v2'));
    writeFileSync(join(scratch, 'v2/cgroup.subtree_control'), '');
    expect(boundProcesses('ours', join(scratch, 'v2'))).toBe(true);
    expect(written('v2/cgroup.subtree_control')).toBe('+pids');
    expect(written('v2/ours/pids.max')).toBe('4096');
  });

  test('where nothing can be made it says so', () => {
    writeFileSync(join(scratch, 'file'), '');
    expect(boundProcesses('ours', join(scratch, 'file'))).toBe(false);
  });
});

describe('removeCgroups', () => {
  test('removes trees of directories by name, on both layouts, and nothing that is in use', async () => {
    const root = join(scratch, 'cgroup');
    for (const path of ['ours/a/b', 'memory/ours/a', 'pids/ours/used', 'memory/other', 'deep/down/ours']) {
      mkdirSync(join(root, path), {recursive: true});
    }
    // A real group's files vanish with it; a file here stands for a process.
    writeFileSync(join(root, 'pids/ours/used/process'), '');
    await removeCgroups('ours', root);
    expect(existsSync(join(root, 'ours'))).toBe(false);
    expect(readdirSync(join(root, 'memory'))).toEqual(['other']);
    expect(existsSync(join(root, 'pids/ours/used'))).toBe(true);
    expect(existsSync(join(root, 'deep/down/ours'))).toBe(true);
  });
});

describe.skipIf(process.platform === 'win32')('cleanupText', () => {
  test.each(["it's", '$(touch PWNED)', 'two words; touch PWNED', '-rf', "'; touch PWNED; '"])(
    'removes a folder named %s, and does nothing else',
    (name) => {
      const parent = mkdtempSync(join(scratch, 'parent-'));
      const sockets = join(parent, name);
      mkdirSync(sockets);
      mkdirSync(join(parent, 'other'));
      const {status} = spawnSync('sh', ['-c', cleanupText(sockets, 'cgo-field-guide-no-such-group')], {
        cwd: parent,
      });
      expect(status).toBe(0);
      expect(readdirSync(parent)).toEqual(['other']);
    },
  );
});

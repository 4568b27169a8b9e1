import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {boundProcesses, removeCgroups} from '../private/cgroups';
import {suiteWithDocker} from '../private/fetchDocker';
import {cleanupText} from '../private/privateDocker';

const scratch = mkdtempSync(join(tmpdir(), 'cgo-test-'));

afterAll(() => {
  rmSync(scratch, {recursive: true});
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

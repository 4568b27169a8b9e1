import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {folderWith, hello, MANIFEST, only} from '../../__tests__/fixtures';
import {scenariosOf} from '../../example/model/variant';
import {toRunRequest} from '../runRequest';

async function requestFor(written: string) {
  const example = only(
    hello({
      'examples/hello/example.yaml': MANIFEST.replace('title: greets', `title: greets\n${written}`),
      'examples/hello/profile.json': '{"defaultAction":"SCMP_ACT_ALLOW"}',
    }),
  );
  const [scenario] = scenariosOf(example.manifest, 'current');
  if (scenario === undefined) throw new Error('no scenario');
  const session = {folder: folderWith({}), signal: new AbortController().signal};
  return toRunRequest(session, {example, scenario, image: 'hello', platform: 'linux/amd64'}, undefined);
}

describe('toRunRequest', () => {
  it('has the limits of the example, and no file, unless the scenario says otherwise', async () => {
    const request = await requestFor('    env: {}');
    expect(request).toMatchObject({pids: 128, memory: '256m', mounts: {}, network: 'none'});
    expect([request.openFiles, request.sysctls, request.seccomp]).toEqual([undefined, undefined, undefined]);
  });

  it('has those of the scenario', async () => {
    const request = await requestFor(
      '    limits: {pids: 64, nofile: 100, memory: 1g}\n    sysctls: {net.core.somaxconn: "1"}',
    );
    expect(request).toMatchObject({
      pids: 64,
      openFiles: 100,
      memory: '1g',
      sysctls: {'net.core.somaxconn': '1'},
    });
  });

  it('writes the seccomp profile beside the mounted files, and mounts only those', async () => {
    const request = await requestFor(
      '    seccomp: profile.json\n    files: [{path: /etc/hosts, content: "127.0.0.1 x\\n"}]',
    );
    expect(readFileSync(request.seccomp ?? '', 'utf8')).toBe('{"defaultAction":"SCMP_ACT_ALLOW"}');
    expect(Object.keys(request.mounts)).toEqual(['/etc/hosts']);
    expect(readFileSync(request.mounts['/etc/hosts'] ?? '', 'utf8')).toBe('127.0.0.1 x\n');
  });
});

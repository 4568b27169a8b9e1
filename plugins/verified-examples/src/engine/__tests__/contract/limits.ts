import {existsSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, expect, test} from 'vitest';
import {asked, ourContainers} from '../support/asking';
import {programs, until} from '../support/machine';
import {runRequest, sh} from '../support/requests';
import {TEST_IMAGE} from '../support/testImage';
import type {Subject} from './subject';

export function limitsContract({engine, directory}: Subject): void {
  afterEach(async () => {
    expect(await ourContainers(engine())).toEqual([]);
  });

  test('an endless sleeper that ignores SIGTERM is killed at its time', async () => {
    const result = await engine().run(
      sh('trap "" TERM; echo up; while :; do sleep 86411; done', {timeoutMs: 2_000}),
    );
    expect(result).toMatchObject({timedOut: true, exit: 137, outOfMemory: false});
    expect(result.stdout.toString()).toBe('up\n');
    expect(programs('sleep 86411')).toEqual([]);
  });

  test.each(['', ' >&2'])('a flood%s is cut and killed', async (where) => {
    const result = await engine().run(sh(`yes flood${where}`, {maxOutput: 10_000}));
    expect(result).toMatchObject({flooded: true, timedOut: false, exit: 137});
    expect(result[where === '' ? 'stdout' : 'stderr']).toHaveLength(10_000);
  });

  test('output of exactly the limit is no flood', async () => {
    const result = await engine().run(sh('head -c 10000 /dev/zero', {maxOutput: 10_000}));
    expect(result).toMatchObject({flooded: false, exit: 0});
    expect(result.stdout).toHaveLength(10_000);
  });

  test('a fork bomb is bounded and killed', async () => {
    const result = await engine().run(
      sh('f() { sleep 86412 & f | f; }; f', {timeoutMs: 3_000, pids: 24, maxOutput: 1024 * 1024}),
    );
    expect(result.timedOut || result.exit !== 0).toBe(true);
    expect(result.stderr.toString()).toMatch(/can't fork/);
    expect(programs('sleep 86412')).toEqual([]);
  });

  test('a program that takes too much memory is killed and said so', async () => {
    const result = await engine().run(
      runRequest(['/bin/dd', 'if=/dev/zero', 'of=/dev/null', 'bs=200M', 'count=1']),
    );
    expect(result).toMatchObject({outOfMemory: true, exit: 137, timedOut: false});
    expect(existsSync('oom')).toBe(false);
  });

  test('open files, kernel settings and the seccomp profile are those asked for', async () => {
    const seccomp = join(directory(), 'profile.json');
    const refused = {names: ['symlink', 'symlinkat'], action: 'SCMP_ACT_ERRNO', errnoRet: 122};
    writeFileSync(seccomp, JSON.stringify({defaultAction: 'SCMP_ACT_ALLOW', syscalls: [refused]}));
    const options = [
      ...['--ulimit', 'nofile=100:100', '--security-opt', `seccomp=${seccomp}`],
      ...['--sysctl', 'net.ipv4.ip_unprivileged_port_start=81', '--sysctl', 'net.ipv4.ping_group_range=1 0'],
    ];
    const script =
      'ulimit -Sn; ulimit -Hn; cd /proc/sys/net/ipv4; cat ip_unprivileged_port_start ping_group_range; busybox ln -s a /tmp/b';
    const result = await engine().run(sh(script, {options}));
    expect(result.stdout.toString()).toBe('100\n100\n81\n1\t0\n');
    // The error number is the profile's.
    expect(result.stderr.toString()).toMatch(/quota exceeded/i);
  });

  test('an aborted run throws the reason and leaves nothing', async () => {
    const abort = new AbortController();
    const running = engine().run(sh('sleep 86413', {signal: abort.signal}));
    running.catch(() => undefined);
    await until('it runs', () => (programs('sleep 86413').length > 0 ? true : undefined));
    abort.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
    await until('it has gone', () => (programs('sleep 86413').length === 0 ? true : undefined));
  });

  test.each([0, 20, 60, 120, 240])(
    'an abort after %i ms, in the middle of the start, leaves nothing',
    async (ms) => {
      const running = engine().run(sh('sleep 86414', {signal: AbortSignal.timeout(ms)}));
      await expect(running).rejects.toMatchObject({name: 'TimeoutError'});
      expect(programs('sleep 86414')).toEqual([]);
    },
  );

  test('a container of somebody else with the same name is not touched', async () => {
    await asked(
      engine(),
      'create',
      '--name',
      'cgo-test-foreign',
      '--network',
      'none',
      TEST_IMAGE,
      '/bin/true',
    );
    try {
      await expect(engine().run(sh('true', {name: 'cgo-test-foreign'}))).rejects.toMatchObject({
        name: 'EngineError',
      });
      const names = await asked(engine(), 'ps', '--all', '--format', '{{.Names}}');
      expect(names.split('\n')).toContain('cgo-test-foreign');
    } finally {
      await asked(engine(), 'rm', 'cgo-test-foreign');
    }
  });
}

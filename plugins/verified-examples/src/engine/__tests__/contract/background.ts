import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, expect, test} from 'vitest';
import {ourContainers} from '../support/asking';
import {programs} from '../support/machine';
import {runRequest, sh} from '../support/requests';
import type {Subject} from './subject';

export function backgroundContract(subject: Subject): void {
  const {engine} = subject;

  afterEach(async () => {
    expect(await ourContainers(engine())).toEqual([]);
  });

  test('what it prints is heard while it runs', async () => {
    const container = await engine().start(sh('echo one; sleep 86423'));
    expect(await container.says('one\n')).toBe(true);
    await container.close();
    await container.close();
  });

  test('it ends by itself: the result is there, and what it never printed is not waited for', async () => {
    const container = await engine().start(sh('echo a; echo b >&2; printf c; exit 4'));
    expect(await container.says('d')).toBe(false);
    expect(await container.says('a\nc')).toBe(true);
    const result = await container.ended;
    expect(result).toMatchObject({exit: 4, timedOut: false});
    expect(result.stderr.toString()).toBe('b\n');
    await container.close();
  });

  test('a start that fails is in its result', async () => {
    const container = await engine().start(runRequest(['/nope']));
    expect(await container.ended).toMatchObject({exit: 127});
    await container.close();
  });

  test("stop asks with SIGTERM, and the exit code is the program's", async () => {
    const service = await engine().start(
      sh('trap "echo down; exit 3" TERM; echo up; while :; do sleep 0.1; done'),
    );
    await service.says('up\n');
    const result = await service.stop(5_000);
    expect(result).toMatchObject({exit: 3, timedOut: false});
    expect(result.stdout.toString()).toBe('up\ndown\n');
    expect(await service.stop(5_000)).toBe(result);
  });

  test('a service that ignores SIGTERM gets SIGKILL after the grace time', async () => {
    const service = await engine().start(sh('trap "" TERM; echo up; while :; do sleep 0.1; done'));
    await service.says('up\n');
    const started = performance.now();
    expect(await service.stop(1_000)).toMatchObject({exit: 137, timedOut: false, outOfMemory: false});
    expect(performance.now() - started).toBeGreaterThanOrEqual(1_000);
  });

  test('its time is bounded too', async () => {
    const service = await engine().start(sh('sleep 86421', {timeoutMs: 2_000}));
    expect(await service.ended).toMatchObject({timedOut: true, exit: 137});
    expect(programs('sleep 86421')).toEqual([]);
    await service.close();
  });

  test('an abort ends it', async () => {
    const abort = new AbortController();
    const service = await engine().start(sh('sleep 86422', {signal: abort.signal}));
    abort.abort(new Error('enough'));
    await expect(service.ended).rejects.toThrow('enough');
    await service.close();
  });

  test('another container joins its network, with resolver files of its own', async () => {
    const files = {
      '/etc/resolv.conf': 'nameserver 127.0.0.1\noptions ndots:3\n',
      '/etc/hosts': '127.0.0.1 lab.test\n',
      '/etc/nsswitch.conf': 'hosts: files dns\n',
    };
    const mounts = Object.fromEntries(
      Object.entries(files).map(([target, text], index) => {
        const path = join(subject.directory(), `resolver-${index}`);
        writeFileSync(path, text);
        return [target, path];
      }),
    );
    const lab = await engine().start(sh('httpd -f -p 127.0.0.1:8080 -h /srv', {mounts}));
    try {
      const result = await engine().run(
        sh(
          'for i in 1 2 3 4 5 6 7 8 9; do wget -qO- http://lab.test:8080/file && break; sleep 0.2; done; cat /etc/resolv.conf /etc/hosts /etc/nsswitch.conf; ls /sys/class/net',
          {
            network: {container: lab.name},
            mounts,
          },
        ),
      );
      expect(result.stdout.toString()).toBe(`served\n${Object.values(files).join('')}lo\n`);
    } finally {
      await lab.close();
    }
  });
}

import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {ourContainers} from '../support/asking';
import {calm, runRequest, sh} from '../support/requests';
import {TEST_IMAGE} from '../support/testImage';
import type {Subject} from './subject';

/** Where the engines say the same in other words. */
const START_FAILURES = {
  docker: [
    [
      ['/nope'],
      127,
      /^docker: Error response from daemon: .*exec: "\/nope": stat \/nope: no such file or directory/,
    ],
    [
      ['nope'],
      127,
      /^docker: Error response from daemon: .*exec: "nope": executable file not found in \$PATH/,
    ],
    [
      ['/etc'],
      126,
      /^docker: Error response from daemon: .*exec: "\/etc": .*(?:permission denied|is a directory)/,
    ],
  ],
  podman: [
    [['/nope'], 127, /^Error: runc: .*exec: "\/nope": stat \/nope: no such file or directory/],
    [['nope'], 127, /^Error: runc: .*exec: "nope": executable file not found in \$PATH/],
    [['/etc'], 126, /^Error: runc: .*exec: "\/etc": .*(?:permission denied|is a directory)/],
  ],
} as const;

export function runsContract(subject: Subject): void {
  const {engine, name} = subject;

  test('exit code, stdout and stderr come apart and to the byte', async () => {
    const result = await engine().run(sh('printf "out\\000\\377"; printf "err" >&2; exit 7'));
    expect(result).toMatchObject({exit: 7, timedOut: false, flooded: false, outOfMemory: false});
    expect(result.stdout).toEqual(Buffer.from([0x6f, 0x75, 0x74, 0x00, 0xff]));
    expect(result.stderr.toString()).toBe('err');
    expect(result.command.slice(0, engine().command.length + 1)).toEqual([...engine().command, 'run']);
  });

  test.each([125, 126, 127, 137, 255])('exit code %i of a program is its own', async (code) => {
    expect((await engine().run(sh(`exit ${code}`))).exit).toBe(code);
  });

  test('time is that of the container, not of the command line', async () => {
    const started = performance.now();
    const {seconds} = await engine().run(sh('sleep 1'));
    expect(seconds).toBeGreaterThanOrEqual(0.9);
    expect(seconds).toBeLessThan((performance.now() - started) / 1_000);
  });

  test('entrypoint, arguments and environment are passed as they are', async () => {
    const value = 'a b,"c"=\'d\' $HOME';
    const result = await engine().run(
      runRequest(['-c', 'echo "$V|$1|$2"', '-', 'two words', '*'], {
        entrypoint: '/bin/sh',
        env: {V: value},
      }),
    );
    expect(result.stdout.toString()).toBe(`${value}|two words|*\n`);
  });

  test('the environment is that of the image and the request, nothing of the engine', async () => {
    const result = await engine().run(runRequest(['/bin/env'], {env: {OWN: '1'}}));
    const names = result.stdout
      .toString()
      .split('\n')
      .map((line) => line.split('=')[0]);
    expect(names.filter((entry) => entry !== '').sort()).toEqual(['HOME', 'HOSTNAME', 'MARK', 'OWN', 'PATH']);
  });

  test("the user is the image's or the request's", async () => {
    expect((await engine().run(sh('id -u; pwd'))).stdout.toString()).toBe('65532\n/srv\n');
    expect((await engine().run(sh('id -u; id -g', {user: '1234:5678'}))).stdout.toString()).toBe(
      '1234\n5678\n',
    );
  });

  test("a program without its interpreter: the kernel's words, the same on both engines", async () => {
    const result = await engine().run(runRequest(['/dynamic']));
    expect(result.stderr.toString()).toMatch(/^exec \/dynamic: no such file or directory\n?$/);
    // runc 1.1 gives 1, later ones 255; hence "nonzero" in manifests.
    expect([1, 255]).toContain(result.exit);
  });

  test.each(START_FAILURES[name])('a start that fails is a result: %j', async (args, exit, text) => {
    const result = await engine().run(runRequest([...args]));
    expect(result.exit).toBe(exit);
    expect(result.stderr.toString()).toMatch(text);
    expect(result.stdout.toString()).toBe('');
  });

  test('an unknown user is a result', async () => {
    const result = await engine().run(sh('true', {user: 'nobody-here'}));
    expect(result.stderr.toString()).toContain(
      'unable to find user nobody-here: no matching entries in passwd file',
    );
    expect(result.exit).toBe(name === 'docker' ? 125 : 126);
  });

  test('a configuration that the engine makes no container of is a result', async () => {
    const result = await engine().run(sh('true', {options: ['--workdir', '/srv/file']}));
    expect(result.stderr.toString()).toMatch(/\/srv\/file.* is not a directory/);
    expect(result.exit).toBe(name === 'docker' ? 125 : 126);
  });

  test("no image is the caller's mistake", async () => {
    await expect(engine().run(sh('true', {image: 'localhost/cgo-field-guide/none:1'}))).rejects.toMatchObject(
      {
        name: 'EngineError',
      },
    );
    expect(await ourContainers(engine())).toEqual([]);
  });

  test('mounts are read-only, also with a comma in the path', async () => {
    const file = join(subject.directory(), 'with, comma');
    writeFileSync(file, 'mounted\n');
    const result = await engine().run(
      sh('cat /etc/own; echo x > /etc/own', {mounts: {'/etc/own': file}, user: '0'}),
    );
    expect(result.stdout.toString()).toBe('mounted\n');
    expect(result.stderr.toString()).toContain('Read-only file system');
  });

  test('root is read-only when that is asked for, but for folders given as tmpfs, which come empty', async () => {
    const options = ['--read-only', '--tmpfs', '/srv'];
    const result = await engine().run(
      sh('touch /srv/x; touch /x; touch /tmp/x; ls /srv; ls /bin/sh', {options, user: '0'}),
    );
    expect(result.stdout.toString()).toBe('x\n/bin/sh\n');
    expect(result.stderr.toString().match(/Read-only file system/g)).toHaveLength(2);
    expect((await engine().run(sh('touch /x && ls /x', {user: '0'}))).stdout.toString()).toBe('/x\n');
  });

  test('files are taken out of an image in which nothing runs', async () => {
    const file = join(subject.directory(), 'taken');
    const take = (from: string) =>
      engine().takeOut(TEST_IMAGE, (name) => [['cp', `${name}:${from}`, file]], {signal: calm()});
    expect(await take('/srv/file')).toBeUndefined();
    expect(readFileSync(file, 'utf8')).toBe('served\n');
    expect(await take('/nope')).toMatch(/no such file|could not find the file/i);
    expect(await ourContainers(engine())).toEqual([]);
  });

  test('the engine tells what it knows of an image', async () => {
    const {exit, stdout} = await engine().inspect(TEST_IMAGE, '{{.Config.WorkingDir}}', {signal: calm()});
    expect([exit, stdout.toString()]).toEqual([0, '/srv\n']);
  });

  test('two runs at a time do not mix', async () => {
    const results = await Promise.all([1, 2, 3, 4].map((number) => engine().run(sh(`echo ${number}`))));
    expect(results.map(({stdout}) => stdout.toString())).toEqual(['1\n', '2\n', '3\n', '4\n']);
  });
}

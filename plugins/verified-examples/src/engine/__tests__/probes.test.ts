import {chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {execa} from 'execa';
import {afterAll, describe, expect, test} from 'vitest';
import {startWatchdog} from '../cli/watchdog';
import {probeDocker} from '../docker/probe';
import {probePodman} from '../podman/probe';

const scratch = mkdtempSync(join(tmpdir(), 'cgo-test-'));
const {signal} = new AbortController();

afterAll(() => {
  rmSync(scratch, {recursive: true});
});

/** A command line that answers by a shell script; `$*` are its arguments. */
function fake(name: string, script: string) {
  const file = join(scratch, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return {prefix: [file], env: {}};
}

describe.skipIf(process.platform === 'win32')('probeDocker', () => {
  const version = `'{"Client":{"Version":"28.2.2"},"Server":{"Version":"26.1.5","Os":"linux","Arch":"arm64","Components":[{"Name":"runc","Version":"1.1.5"}]}}'`;

  test('a usable one, whose user has chosen another builder', async () => {
    const cli = fake(
      'good',
      `case "$1 $2" in
        "version "*) echo ${version} ;;
        "buildx version") echo "github.com/docker/buildx v0.13.1 x" ;;
        "context show") echo desktop-linux ;;
        "buildx inspect") [ "$3" = desktop-linux ] && echo "BuildKit version: v0.12.5" ;;
      esac`,
    );
    expect(await probeDocker(cli, signal)).toEqual({
      version: '26.1.5',
      runtime: 'runc 1.1.5',
      platform: 'linux/arm64',
      builder: 'BuildKit 0.12.5 (buildx 0.13.1)',
      attestations: true,
      builderOfEngine: 'desktop-linux',
    });
  });

  test('a daemon that is not there', async () => {
    const cli = fake('down', 'echo null; echo "Cannot connect to the Docker daemon" >&2; exit 1');
    await expect(probeDocker(cli, signal)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: Cannot connect to the Docker daemon]`,
    );
  });

  test('a client without buildx', async () => {
    const cli = fake(
      'plain',
      `[ "$1" = version ] && echo ${version} && exit; echo "unknown command" >&2; exit 1`,
    );
    await expect(probeDocker(cli, signal)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: the docker client 28.2.2 has no buildx (package docker-buildx or docker-buildx-plugin), and without it builds go to the legacy builder]`,
    );
  });

  test('one that hangs is given up', async () => {
    const cli = fake('hanging', 'trap "" TERM; sleep 86461');
    await expect(probeDocker(cli, signal, 300)).rejects.toThrow('no answer within 0.3 s');
  });
});

describe.skipIf(process.platform === 'win32')('probePodman', () => {
  const info = (name: string): string =>
    `'{"host":{"os":"linux","arch":"arm64","buildahVersion":"1.28.2","cgroupVersion":"v1","ociRuntime":{"name":"${name}","version":"${name} version 1.1"}},"version":{"Version":"4.3.1"}}'`;

  test('crun on hybrid cgroups gives way to runc', async () => {
    const cli = fake(
      'crun',
      `case "$*" in "--runtime runc "*) echo ${info('runc')} ;; *) echo ${info('crun')} ;; esac`,
    );
    const facts = await probePodman(cli, signal, {firstUse: false, hybrid: () => true});
    expect(facts).toEqual({
      version: '4.3.1',
      builder: 'buildah 1.28.2',
      runtime: 'runc 1.1',
      platform: 'linux/arm64',
      runtimeFlags: ['--runtime', 'runc'],
      silentOutOfMemory: true,
      remote: false,
    });
    const usual = await probePodman(cli, signal, {firstUse: false, hybrid: () => false});
    expect(usual).toMatchObject({runtime: 'crun 1.1', runtimeFlags: []});
  });

  test('crun on hybrid cgroups without runc', async () => {
    const cli = fake('alone', `case "$*" in "--runtime runc "*) exit 125 ;; *) echo ${info('crun')} ;; esac`);
    await expect(
      probePodman(cli, signal, {firstUse: false, hybrid: () => true}),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: crun cannot run on this machine (hybrid cgroups); install runc]`,
    );
  });
});

describe.skipIf(process.platform !== 'linux')('watchdog', () => {
  const log = join(scratch, 'log');
  const engine = fake('engine', `echo "$*" >> ${log}; [ "$1" = ps ] && echo "one\ntwo"; exit 0`);
  const said = (): string => {
    try {
      return readFileSync(log, 'utf8');
    } catch {
      return '';
    }
  };

  test('after quit it does nothing', async () => {
    const watchdog = startWatchdog({...engine, label: 'l=1'});
    watchdog.add(1);
    watchdog.quit();
    await delay(500);
    expect(said()).toBe('');
  });

  test('when its owner is gone it ends groups, removes containers and cleans up', async () => {
    const sleeper = execa('sleep', ['86462'], {detached: true, reject: false});
    const kept = execa('sleep', ['86463'], {detached: true, reject: false});
    const owner = `
      const {startWatchdog} = require(${JSON.stringify(join(import.meta.dirname, '../cli/watchdog.ts'))});
      const watchdog = startWatchdog(${JSON.stringify({...engine, label: 'l=1', cleanup: `echo cleanup >> ${log}`})});
      watchdog.add(${kept.pid ?? 0});
      watchdog.add(${sleeper.pid ?? 0});
      watchdog.drop(${kept.pid ?? 0});
      setTimeout(() => process.kill(process.pid, 'SIGKILL'), 300);
    `;
    const file = join(scratch, 'owner.cjs');
    writeFileSync(file, owner);
    await execa('jiti', [file], {preferLocal: true, reject: false});
    expect(await sleeper).toMatchObject({signal: 'SIGTERM'});
    await expect
      .poll(said, {timeout: 10_000})
      .toBe('ps --all --quiet --filter label=l=1\nrm --force --volumes one two\ncleanup\n');
    expect(kept.exitCode).toBeNull();
    kept.kill('SIGKILL');
  });
});

import {spawnSync} from 'node:child_process';
import {chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {timeOfWork} from '../engineLog';

/** macOS has an older one; there only the refusal can be seen. */
const BASH_5 = spawnSync('bash', ['-c', 'test -n "$EPOCHREALTIME"']).status === 0;
const TIMER = path.join(__dirname, '../timeDocker.sh');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cgo-field-guide-bench-'));
});
afterEach(() => {
  rmSync(folder, {recursive: true, force: true});
});

/** Runs it before a `docker` that prints its arguments, one on a line, and ends with 7. */
function run(args: readonly string[], {config, stdin}: {config?: string; stdin: 'ends' | 'stays open'}) {
  const docker = path.join(folder, 'docker');
  writeFileSync(docker, '#!/bin/sh\nprintf "%s\\n" "$@"\nsleep 0.2\nexit 7\n');
  chmodSync(docker, 0o755);
  const log = path.join(folder, 'log');
  const command = ['sh', '-c', stdin === 'ends' ? '"$@" </dev/null' : 'sleep 1 | "$@"', 'sh'];
  const [file = '', ...rest] = [...command, TIMER, ...args];
  const env = {...process.env, BENCH_LOG: log, BENCH_DOCKER: docker, BENCH_CONFIG: config};
  const {status, stdout} = spawnSync(file, rest, {env, encoding: 'utf8'});
  return {status, stdout, log: readFileSync(log, 'utf8')};
}

it('refuses a shell that has no clock', () => {
  const script = `unset EPOCHREALTIME; . '${TIMER}'`;
  const {status, stderr} = spawnSync('bash', ['-c', script], {encoding: 'utf8'});
  expect(status).toBe(2);
  expect(stderr).toMatch(/^The clock and the timeouts of this script need bash 5; this is \d+\./);
});

describe.runIf(BASH_5)('in bash 5', () => {
  it('hands a command on, with its end, and writes down how long it took', () => {
    const args = ['run', '--name', 'a "b"', 'two\nlines', String.raw`back\slash`];
    const {status, stdout, log} = run(['--host', 'unix:///s', '--config', '/theirs', ...args], {
      config: '/ours',
      stdin: 'ends',
    });
    expect(status).toBe(7);
    expect(stdout).toBe(`${['--host', 'unix:///s', '--config', '/ours', ...args].join('\n')}\n`);
    expect(JSON.parse(log.split('\n')[0] ?? '')).toMatchObject({event: 'start', args});
    expect(timeOfWork(log).covered).toBeGreaterThan(0.2);
  });

  it('keeps the configuration that was asked for when it is given none', () => {
    const {stdout} = run(['--config', '/theirs', 'version'], {stdin: 'ends'});
    expect(stdout).toBe('--config\n/theirs\nversion\n');
  });

  it('takes a container whose input stays open for one that waits for others', () => {
    const args = ['run', '--interactive', 'lab'];
    expect(timeOfWork(run(args, {stdin: 'stays open'}).log).sum).toBe(0);
    expect(timeOfWork(run(args, {stdin: 'ends'}).log).sum).toBeGreaterThan(0.2);
  });
});

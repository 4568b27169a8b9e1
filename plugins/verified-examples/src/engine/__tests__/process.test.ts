import {getEventListeners} from 'node:events';
import {describe, expect, test} from 'vitest';
import {childrenOf, processStartTime} from '../process/procfs';
import {startProcess, type ProcessRequest} from '../process/process';
import {programs, until} from './support/machine';

function start(script: string, overrides: Partial<ProcessRequest> = {}) {
  const out: string[] = [];
  const running = startProcess({
    argv: ['sh', '-c', script],
    signal: new AbortController().signal,
    timeoutMs: 20_000,
    graceMs: 300,
    onStdout: (chunk) => out.push(chunk.toString()),
    onStderr: (chunk) => out.push(chunk.toString()),
    ...overrides,
  });
  return {running, output: () => out.join('')};
}

describe.skipIf(process.platform !== 'linux')('startProcess', () => {
  test('exit code, output, environment, directory', async () => {
    const {running, output} = start('echo "$A $PWD"; exit 3', {env: {A: 'a', HOME: undefined}, cwd: '/'});
    expect(await running.ended).toMatchObject({exit: 3, stopped: undefined, notStarted: undefined});
    expect(output()).toBe('a /\n');
  });

  test('stdin: none, a text that is closed, or open', async () => {
    const none = start('cat');
    expect(await none.running.ended).toMatchObject({exit: 0});
    const text = start('cat', {stdin: {text: 'given'}});
    await text.running.ended;
    expect(text.output()).toBe('given');
    const open = start('read line; echo "$line"', {stdin: 'open'});
    open.running.write('typed\n');
    await open.running.ended;
    expect(open.output()).toBe('typed\n');
  });

  test('a command that is not there says so, and does not throw', async () => {
    const {running} = start('', {argv: ['/no/such/command']});
    expect(await running.ended).toMatchObject({
      exit: undefined,
      notStarted: 'spawn /no/such/command ENOENT',
    });
    running.stop('stopped');
    running.write('nobody reads this');
  });

  test('it leads a session of its own, which a Ctrl-C in the terminal does not reach', async () => {
    const {running, output} = start('cut -d" " -f1,5,6 /proc/self/stat');
    await running.ended;
    const [, group, session] = output().trim().split(' ').map(Number);
    expect([group, session]).toEqual([running.pid, running.pid]);
  });

  test('at its time the whole group ends, even what ignores SIGTERM', async () => {
    const {running, output} = start('trap "" TERM; sleep 86451 & echo up; while :; do sleep 86452; done', {
      timeoutMs: 400,
    });
    expect(await running.ended).toMatchObject({stopped: 'timeout', exit: undefined});
    expect(output()).toBe('up\n');
    await until('all of it is gone', () => (programs('sleep 8645').length === 0 ? true : undefined));
  });

  test('SIGTERM is enough for who listens', async () => {
    const {running, output} = start('trap "echo bye; exit 5" TERM; echo up; read -r line', {
      stdin: 'open',
      graceMs: 10_000,
    });
    await until('it is up', () => (output() === 'up\n' ? true : undefined));
    running.stop('stopped');
    expect(await running.ended).toMatchObject({stopped: 'stopped', exit: 5});
    expect(output()).toBe('up\nbye\n');
  });

  test('the first reason counts, and soften replaces SIGTERM', async () => {
    const softened: number[] = [];
    const {running} = start('sleep 86453', {
      soften: (pid) => {
        softened.push(pid);
        throw new Error('does not help');
      },
    });
    running.stop('flood');
    running.stop('stopped');
    expect(await running.ended).toMatchObject({stopped: 'flood'});
    expect(softened).toEqual([running.pid]);
  });

  test('an abort ends it, also one that came before', async () => {
    const abort = new AbortController();
    const {running} = start('sleep 86454', {signal: abort.signal});
    expect(getEventListeners(abort.signal, 'abort')).toHaveLength(1);
    abort.abort();
    expect(await running.ended).toMatchObject({stopped: 'abort'});
    const late = start('sleep 86454', {signal: abort.signal});
    expect(await late.running.ended).toMatchObject({stopped: 'abort'});
  });

  test('no listener stays on the signal', async () => {
    const {signal} = new AbortController();
    await Promise.all([1, 2, 3].map(() => start('true', {signal}).running.ended));
    await start('', {signal, argv: ['/no/such/command']}).running.ended;
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('what stays behind in the group ends with it; what left it is not waited for', async () => {
    const {running} = start('sleep 86455 & setsid sleep 20.86459 & sleep 1; exit 0');
    expect(await running.ended).toMatchObject({exit: 0, stopped: undefined});
    expect(programs('sleep 20.86459')).toHaveLength(1);
    expect(programs('sleep 86455')).toEqual([]);
  });

  test('the guard knows the group for as long as it lives', async () => {
    const told: string[] = [];
    const {running} = start('true', {
      guard: {add: (group) => told.push(`add ${group}`), drop: (group) => told.push(`drop ${group}`)},
    });
    await running.ended;
    expect(told).toEqual([`add ${running.pid ?? 0}`, `drop ${running.pid ?? 0}`]);
  });
});

describe.skipIf(process.platform !== 'linux')('procfs', () => {
  test('a process has a start time until it is gone', async () => {
    const {running} = start('sleep 86456');
    const pid = running.pid ?? 0;
    expect(processStartTime(pid)).toMatch(/^\d+$/);
    expect(childrenOf(process.pid)).toContain(pid);
    running.stop('stopped');
    await running.ended;
    expect(processStartTime(pid)).toBeUndefined();
    expect(childrenOf(pid)).toEqual([]);
  });

  test('a name with brackets and blanks does not shift the fields', async () => {
    const {running, output} = start('printf "a ) 1 2 3" > /proc/self/comm; echo ready; sleep 86457');
    await until('it is ready', () => (output() === 'ready\n' ? true : undefined));
    expect(Number(processStartTime(running.pid ?? 0))).toBeGreaterThanOrEqual(
      Number(processStartTime(process.pid)),
    );
    running.stop('stopped');
    await running.ended;
  });
});

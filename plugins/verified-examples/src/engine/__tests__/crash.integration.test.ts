import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {execa} from 'execa';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {installPodman} from '../installPodman';
import {openPrivateDocker} from '../private/privateDocker';
import {openPrivatePodman} from '../private/privatePodman';
import {asked, ourContainers} from './support/asking';
import {cgroupsOf, mountsWith, processesWith, programs, until} from './support/machine';
import {dockerDirectory} from './support/openEngines';
import {buildRequest, calm, sh} from './support/requests';
import {writeTestImage} from './support/testImage';

const scratch = mkdtempSync(join(tmpdir(), 'cgo-test-'));
const archive = join(scratch, 'image.tar');
const context = join(scratch, 'context');
const options = {signal: calm(), onProgress: () => undefined};

beforeAll(async () => {
  await installPodman(calm());
  await writeTestImage(archive);
  mkdirSync(context);
  writeFileSync(join(context, 'Dockerfile'), 'FROM builder:1\nRUN sleep 86442\n');
});

afterAll(() => {
  rmSync(scratch, {recursive: true, force: true});
});

describe('the engine dies', () => {
  test('in the middle of a build and a run: both say that it was the engine', async () => {
    const directory = await dockerDirectory();
    const said: string[] = [];
    const engine = await openPrivateDocker({...options, directory, onProgress: (line) => said.push(line)});
    await engine.load(archive, options);
    const building = engine.build(buildRequest(context, 'localhost/cgo-field-guide/test/dying:1'));
    const running = engine.run(sh('sleep 86443'));
    const outcomes = Promise.allSettled([building, running]);
    await bothRun('86442', '86443');

    process.kill(pidOf(new RegExp(`^\\S*dockerd --host unix://${socketOf(engine.command)}`)), 'SIGKILL');

    const [build, run] = await outcomes;
    expect(build).toMatchObject({status: 'rejected', reason: {name: 'EngineError'}});
    expect(run).toMatchObject({status: 'rejected', reason: {name: 'EngineError'}});
    await nothingOf(directory);
    await expect(engine.hasImage('x')).rejects.toMatchObject({name: 'EngineError'});
    await engine.close();
    await engine.close();
    expect(said.filter((line) => line.includes('ended by itself'))).toHaveLength(1);
    expect(said.at(-1)).toMatch(/^dockerd had ended by itself: .+\nits log: \S+\/dockerd\.log$/);
    expect(existsSync(dirname(socketOf(engine.command)))).toBe(false);
    expect(cgroupsOf(directory)).toEqual([]);
    rmSync(directory, {recursive: true});
  });
});

describe('the owner dies', () => {
  test('by SIGKILL: its Docker Engine, containers, builds, mounts and sockets go with it', async () => {
    const directory = await dockerDirectory();
    const owner = startOwner('docker', directory);
    const command = await owner.command;
    await bothRun('86442', '86441');
    owner.kill('SIGKILL');

    await nothingOf(directory);
    await until('the socket is gone', () => (existsSync(dirname(socketOf(command))) ? undefined : true));
    await until('the control groups are gone', () => (cgroupsOf(directory).length === 0 ? true : undefined));
    const said: string[] = [];
    const next = await openPrivateDocker({...options, directory, onProgress: (line) => said.push(line)});
    expect(said.filter((line) => line.includes('waiting'))).toEqual([]);
    await next.close();
    rmSync(directory, {recursive: true});
  });

  test('by Ctrl-C in its terminal: it ends in good order', async () => {
    const directory = await dockerDirectory();
    const owner = startOwner('docker', directory);
    await bothRun('86442', '86441');
    // A terminal signals the whole foreground group.
    process.kill(-owner.pid, 'SIGINT');
    expect(await owner.output).toContain('closed');
    await nothingOf(directory);
    rmSync(directory, {recursive: true});
  });

  test('by SIGKILL, with containers in a Docker Engine that lives on', async () => {
    const directory = await dockerDirectory();
    const engine = await openPrivateDocker({...options, directory});
    const [docker = ''] = engine.command;
    // That engine has no bridge, which a user's would have.
    const offline = join(scratch, 'offline');
    mkdirSync(offline, {recursive: true});
    writeFileSync(join(offline, 'Dockerfile'), 'FROM builder:1\nRUN --network=none sleep 86442\n');
    const owner = startOwner('user-docker', offline, {
      PATH: `${dirname(docker)}:${process.env.PATH ?? ''}`,
      DOCKER_HOST: `unix://${socketOf(engine.command)}`,
      DOCKER_CONFIG: join(directory, 'client'),
    });
    await bothRun('86442', '86441');
    expect(await ourContainers(engine)).toHaveLength(1);
    owner.kill('SIGKILL');
    await noneRuns();
    await until('the command lines are gone', () => (processesWith('86441').length === 0 ? true : undefined));
    await expect.poll(() => ourContainers(engine), {timeout: 15_000}).toEqual([]);
    await engine.close();
    rmSync(directory, {recursive: true});
  });

  test('by SIGKILL, with a podman store: containers, builds and mounts go', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'cgo-test-podman-'));
    const owner = startOwner('podman', directory);
    await bothRun('86442', '86441');
    owner.kill('SIGKILL');
    await noneRuns();
    await nothingOf(directory);
    const next = await openPrivatePodman({...options, directory});
    expect(await asked(next, 'ps', '--all', '--external', '--quiet')).toBe('');
    await next.close();
    rmSync(directory, {recursive: true});
  });
});

describe('one directory, two owners', () => {
  test.each(['docker', 'podman'] as const)('the second %s waits for the first, and says so', async (kind) => {
    const directory =
      kind === 'docker' ? await dockerDirectory() : mkdtempSync(join(tmpdir(), 'cgo-test-podman-'));
    const open = kind === 'docker' ? openPrivateDocker : openPrivatePodman;
    const first = await open({...options, directory});
    const said: string[] = [];
    const second = open({...options, directory, onProgress: (line) => said.push(line)});
    await until('the second waits', () => said[0]);
    expect(said).toEqual([
      kind === 'docker'
        ? 'another process uses the private Docker Engine; waiting for it'
        : 'another process uses the private podman store; waiting for it',
    ]);
    const impatient = open({...options, directory, signal: AbortSignal.timeout(700)});
    await expect(impatient).rejects.toThrow();
    await first.close();
    await (await second).close();
    rmSync(directory, {recursive: true});
  });

  test('a daemon that was left, for example stopped, is removed', async () => {
    const directory = await dockerDirectory();
    const first = await openPrivateDocker({...options, directory});
    const group = pidOf(new RegExp(`^unshare [^]*${socketOf(first.command)}`));
    // The owner's lock is given up, its daemon is not: what a lost owner would leave at worst.
    process.kill(holderOf(join(directory, 'lock')), 'SIGKILL');
    process.kill(-group, 'SIGSTOP');
    const second = await openPrivateDocker({...options, directory});
    expect(second.command).not.toEqual(first.command);
    expect(processesWith(socketOf(first.command))).toEqual([]);
    await second.close();
    await first.close();
    rmSync(directory, {recursive: true});
  });

  test('a daemon that does not start says why, with the end of its log', async () => {
    const directory = await dockerDirectory();
    writeFileSync(join(directory, 'data'), 'not a directory');
    await expect(openPrivateDocker({...options, directory})).rejects.toThrow(
      /^dockerd ended; the end of .*dockerd\.log:\n[^]*canonical path points to a file/,
    );
    await nothingOf(directory);
    rmSync(directory, {recursive: true});
  });
});

interface Owner {
  pid: number;
  /** The engine's command prefix. */
  command: Promise<readonly string[]>;
  output: Promise<string>;
  kill: (signal: NodeJS.Signals) => void;
}

function startOwner(kind: string, directory: string, env: Record<string, string> = {}): Owner {
  const script = join(import.meta.dirname, 'support/owner.ts');
  const child = execa(
    'jiti',
    [script, kind, directory, kind === 'user-docker' ? directory : context, archive],
    {
      preferLocal: true,
      detached: true,
      reject: false,
      all: true,
      env,
    },
  );
  const {pid} = child;
  if (pid === undefined) {
    throw new Error('the owner did not start');
  }
  const output = child.then(({all}) => all);
  let said = '';
  child.all.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const command = until(
    'the owner has an engine',
    () => /^engine (.*)\n/m.exec(said)?.[1]?.split(' '),
    60_000,
  );
  command.catch(() => undefined);
  return {pid, command, output, kill: (signal) => child.kill(signal)};
}

async function bothRun(...seconds: string[]): Promise<void> {
  for (const second of seconds) {
    await until(
      `sleep ${second} runs`,
      () => (programs(`sleep ${second}`).length > 0 ? true : undefined),
      60_000,
    );
  }
}

async function noneRuns(): Promise<void> {
  await until('nothing of it runs', () => (programs('sleep 8644').length === 0 ? true : undefined));
}

async function nothingOf(directory: string): Promise<void> {
  await noneRuns();
  await until('no process is left', () => (processesWith(directory).length === 0 ? true : undefined));
  await until('no mount is left', () => (mountsWith(directory).length === 0 ? true : undefined));
}

function socketOf(command: readonly string[]): string {
  return (command.at(-1) ?? '').replace('unix://', '');
}

/** Pid of the only process whose command line matches. */
function pidOf(pattern: RegExp): number {
  const found = pids().filter((pid) => pattern.test(read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')));
  expect(found).toHaveLength(1);
  return Number(found[0]);
}

/** Pid of the process that has a file open. */
function holderOf(file: string): number {
  const found = pids().filter((pid) => links(`/proc/${pid}/fd`).includes(file));
  expect(found).toHaveLength(1);
  return Number(found[0]);
}

function pids(): string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function links(directory: string): string[] {
  try {
    return readdirSync(directory).map((name) => readlinkSync(join(directory, name)));
  } catch {
    return [];
  }
}

import {spawn, spawnSync, type ChildProcess} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import * as z from 'zod';
import {CopyOfSite, GUIDE} from './copyOfSite';

const MANIFEST = `id: greeting
title: A greeting
summary: Prints a file.
variants:
  current: {title: Alpine 3.23}
scenarios:
  - id: greets
    title: It prints what it is given
    entrypoint: [sh, -c, "cat /greeting\\ncat /given; exit 3"]
    files: [{path: /given, content: "it's me\\n"}]
    expect: {stdout: {exact: "never\\n"}}
  - id: asks
    title: It asks the lab
    network: lab
    entrypoint: [getent, hosts, db.test]
    dns: {records: [db.test. 60 IN A 10.0.0.5]}
    expect: {stdout: {contains: [never]}}
`;
const CORRECTED = MANIFEST.replace(
  '{stdout: {exact: "never\\n"}}',
  '{exit: 3, stdout: {contains: [hello]}}',
).replace('contains: [never]', 'contains: [10.0.0.5]');
const DOCKERFILE = 'FROM alpine:3.23\nCOPY greeting /greeting\n';

const Report = z.object({
  jobs: z.array(
    z.object({
      failures: z.array(z.object({scenario: z.string().nullable(), got: z.string(), command: z.string()})),
    }),
  ),
});

let site: CopyOfSite;
let opened: ChildProcess | undefined;
beforeAll(() => {
  site = new CopyOfSite();
});
afterAll(() => {
  site.remove();
});
afterEach(async () => {
  await stopEngine();
});

const file = (name: string) => site.file('examples/greeting', name);

beforeEach(() => {
  rmSync(site.file('examples'), {recursive: true, force: true});
  mkdirSync(site.file('examples/greeting'), {recursive: true});
  cpSync(path.join(__dirname, '../../../../examples/_lab'), site.file('examples/_lab'), {recursive: true});
  writeFileSync(file('example.yaml'), MANIFEST);
  writeFileSync(file('Dockerfile'), DOCKERFILE);
  writeFileSync(file('greeting'), 'hello\n');
});

/** Runs the verifier, which has to fail. */
function fail(engine: string): {
  output: string;
  folder: string;
  image: string | undefined;
  commandOf: (scenario: string | null) => string;
} {
  const json = site.file('report.json');
  const {status, output} = site.guide('verify', '--bases', 'rebuilt', '--engine', engine, '--json', json);
  expect(status).toBe(1);
  const {jobs} = Report.parse(JSON.parse(readFileSync(json, 'utf8')));
  const failures = jobs.flatMap((job) => job.failures);
  return {
    output,
    folder: /^ {2}files {3}(\S+)$/m.exec(output)?.[1] ?? '',
    image: /^ {2}image {3}(\S+)$/m.exec(output)?.[1],
    commandOf: (scenario) => failures.find((one) => one.scenario === scenario)?.command ?? '',
  };
}

/** What the command `engine` says to export; nothing where the engine needs no daemon. */
async function openEngine(engine: string): Promise<Record<string, string>> {
  if (engine === 'podman') return {};
  opened = spawn(process.execPath, [GUIDE, 'engine'], {
    cwd: site.folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await lineOf(opened, /^export DOCKER_HOST=/);
  return {DOCKER_HOST: line.replace(/^export DOCKER_HOST=/, '')};
}

async function stopEngine(): Promise<number | null | undefined> {
  const child = opened;
  opened = undefined;
  if (child === undefined) return undefined;
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  child.kill('SIGINT');
  return ended;
}

async function lineOf(child: ChildProcess, pattern: RegExp): Promise<string> {
  if (child.stdout === null) throw new Error('no stdout');
  for await (const line of createInterface({input: child.stdout})) if (pattern.test(line)) return line;
  throw new Error(`ended without a line like ${String(pattern)}`);
}

function shell(
  text: string,
  env: Record<string, string>,
): {status: number | null; stdout: string; all: string} {
  const {status, stdout, stderr} = spawnSync('bash', ['-c', text], {
    encoding: 'utf8',
    env: {...process.env, ...env},
  });
  return {status, stdout, all: stdout + stderr};
}

describe.each(['docker', 'podman'])('what failed with %s', (engine) => {
  it('is repeated by the printed commands, and is swept by the next run', async () => {
    const failed = fail(engine);
    const greets = failed.commandOf('greets');
    expect(failed.output).toContain(`repeat   ${greets}`);
    expect(failed.output.includes('npm run engine')).toBe(engine === 'docker');
    expect(existsSync(failed.folder)).toBe(true);

    const env = await openEngine(engine);
    for (const time of ['once', 'again'])
      expect([time, shell(greets, env)]).toMatchObject([time, {status: 3, stdout: "hello\nit's me\n"}]);

    const [, lab = '', , run = ''] = failed.commandOf('asks').split('\n');
    const beside = spawn('bash', ['-c', `exec ${lab}`], {
      env: {...process.env, ...env},
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await lineOf(beside, /^ready$/);
    expect(shell(run, env)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('10.0.0.5') as unknown,
    });
    const over = new Promise((resolve) => beside.on('exit', resolve));
    beside.kill('SIGTERM');
    await over;
    if (engine === 'docker') expect(await stopEngine()).toBe(0);

    writeFileSync(file('example.yaml'), CORRECTED);
    const next = site.guide('verify', '--bases', 'rebuilt', '--engine', engine);
    expect(next).toMatchObject({status: 0});
    expect(existsSync(failed.folder)).toBe(false);
    expect(shell(greets, await openEngine(engine)).all).toMatch(
      /no such image|image not known|not found locally|does not exist|No such/i,
    );
  });

  it('in a build is repeated on the context that was built', async () => {
    writeFileSync(
      file('Dockerfile'),
      `${DOCKERFILE}RUN cat /greeting && echo "it is $((40 + 2))" >&2 && false\n`,
    );
    const failed = fail(engine);
    expect(failed.image).toBeUndefined();
    writeFileSync(file('greeting'), 'edited since\n');
    const {status, all} = shell(failed.commandOf(null), await openEngine(engine));
    expect(status).not.toBe(0);
    expect(all).toContain('it is 42');
    expect(all).toContain('hello');
  });
});

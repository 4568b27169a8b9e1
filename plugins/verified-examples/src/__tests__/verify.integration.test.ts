import {spawn} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {cacheFolder} from '../../../base-images/src/cacheFolder';
import {discoverExamples} from '../example/collect/discover';
import {ourContainers} from '../engine/__tests__/support/asking';
import {processesWith, programs, until} from '../engine/__tests__/support/machine';
import {calm} from '../engine/__tests__/support/requests';
import {openEngine} from '../engine/open';
import {formatReceipt, receiptOf} from '../proof/receipt/write';
import {seal} from '../proof/receipt/seal';
import {CopyOfSite, DOCUSAURUS} from './copyOfSite';

const DOCKERFILE = 'FROM alpine:3.23\nCOPY greeting /greeting\nCMD ["cat", "/greeting"]\n';
const MANIFEST = `id: greeting
title: A greeting
summary: Prints a file.
variants:
  current: {title: Alpine 3.23}
facts:
  libc.kind: musl
limits:
  buildTimeout: 20s
scenarios:
  - id: greets
    title: It prints the file
    expect:
      stdout:
        exact: |
          hello
`;

let site: CopyOfSite;
beforeAll(() => {
  site = new CopyOfSite();
});
afterAll(() => {
  site.remove();
});

const file = (name: string) => site.file('examples/greeting', name);
const receipt = () =>
  existsSync(file('receipt.json')) ? readFileSync(file('receipt.json'), 'utf8') : undefined;

beforeEach(() => {
  rmSync(site.file('examples'), {recursive: true, force: true});
  mkdirSync(site.file('examples/greeting'), {recursive: true});
  writeFileSync(file('example.yaml'), MANIFEST);
  writeFileSync(file('Dockerfile'), DOCKERFILE);
  writeFileSync(file('greeting'), 'hello\n');
});
afterEach(() => {
  delete process.env.CGO_FIELD_GUIDE_PROVISION;
});

const verify = (...args: string[]) => site.guide('verify', '--bases', 'rebuilt', ...args);

describe.each(['docker', 'podman'])('verify with %s', (engine) => {
  it('proves what has no proof, once', () => {
    const first = verify('--engine', engine);
    expect(first.output).toContain('1 proved, 0 unchanged, 0 upstream moved, 0 failed; 1 scenarios');
    expect(first.status).toBe(0);
    const written = receipt();
    expect(JSON.parse(written ?? '')).toMatchObject({
      example: 'greeting',
      proofs: [{world: 'rebuilt', engine: {name: engine}, scenarios: [{stdout: 'hello\n', exit: 0}]}],
    });
    expect(site.docusaurus('verify')).toMatchObject({
      status: 0,
      output: containing('Nothing to prove'),
    });
    expect(site.docusaurus('verify', '--list')).toMatchObject({
      status: 0,
      output: containing('Nothing to prove'),
    });
    expect(verify('--force', '--engine', engine).output).toContain('0 proved, 1 unchanged');
    expect(receipt()).toBe(written);
  });

  it('checks by doing it again, and finds a receipt that was typed and sealed', () => {
    verify('--engine', engine);
    expect(verify('--check', '--engine', engine)).toMatchObject({status: 0});
    const [example] = discoverExamples(site.folder, 'examples').examples;
    const honest = example && receiptOf(example);
    if (honest === undefined) throw new Error('no receipt');
    const proofs = honest.proofs.map((proof) =>
      seal('greeting', {...proof, image: proof.image && {...proof.image, workdir: '/typed'}}),
    );
    writeFileSync(file('receipt.json'), formatReceipt({...honest, proofs}));
    const forged = verify('--check', '--engine', engine);
    expect(forged.status).toBe(1);
    expect(forged.output).toMatch(/image\.workdir\n\s+receipt\s+\/typed\n\s+measured \//);
    expect(receipt()).toContain('/typed');
  });

  it('says what was expected, what came, and how to repeat it, and writes nothing', () => {
    writeFileSync(file('greeting'), 'goodbye\n');
    const {status, output} = verify('--engine', engine, '--junit', site.file('junit.xml'));
    expect(status).toBe(1);
    expect(output).toMatch(
      /scenario greets: stdout\n\s+expected exactly "hello\\n"\n\s+got\s+"goodbye\\n"\n\s+repeat\s+.*(docker|podman).* run --rm /,
    );
    expect(readFileSync(site.file('junit.xml'), 'utf8')).toContain('failures="1"');
    expect(receipt()).toBeUndefined();
  });

  it('ends a build that hangs, and a program that never ends, floods or forks', () => {
    writeFileSync(file('Dockerfile'), `${DOCKERFILE}RUN sleep 86471\n`);
    const hanging = verify('--engine', engine);
    expect(hanging.status).toBe(1);
    expect(hanging.output).toMatch(/build\n\s+expected success/);
    writeFileSync(file('Dockerfile'), DOCKERFILE);
    writeFileSync(
      file('example.yaml'),
      MANIFEST.replace('limits:\n', 'limits:\n  pids: 32\n') +
        runaway('sleeps', 'sleep 86471', '3s') +
        runaway('floods', 'yes', '3s') +
        runaway('forks', 'exec 2>&1; f() { sleep 86471 & f | f; }; f', '3s'),
    );
    const {status, output} = verify('--engine', engine);
    expect(status).toBe(1);
    expect(output).toContain('still ran after 3s and was killed');
    expect(output).toContain('printed more than 65536 bytes and was killed');
    expect(output).toMatch(/scenario forks: stdout\n\s+expected .*\n\s+got (?:.*\n)*?.*can't fork/);
    expect(programs('sleep 86471')).toEqual([]);
    expect(receipt()).toBeUndefined();
  });
});

describe('verify', () => {
  it('ends with 2 for a bad manifest and bad usage', () => {
    expect(verify('nothing')).toMatchObject({
      status: 2,
      output: containing('There is no example "nothing"'),
    });
    expect(verify('--jobs', 'many')).toMatchObject({status: 2});
    expect(site.guide('bases', '--used', 'alpine:3.23')).toMatchObject({
      status: 2,
      output: containing('--used says which bases; it stands alone.'),
    });
    writeFileSync(file('example.yaml'), MANIFEST.replace('stdout:', 'stdut:'));
    expect(verify()).toMatchObject({
      status: 2,
      output: matching(
        /examples\/greeting\/example\.yaml:\d+:\d+: scenarios\.0\.expect: unknown key "stdut"/,
      ),
    });
  });

  it('ends with 2 for a base that has no recipe where no registry is used', () => {
    writeFileSync(file('Dockerfile'), DOCKERFILE.replace('3.23', '3.32'));
    expect(verify('--engine', 'docker')).toMatchObject({
      status: 2,
      output: matching(/base alpine:3\.32 has no recipe, .*nearest with a recipe: .*alpine:3\.23/),
    });
  });

  it('ends with 3 where no engine is to be had, and says what was tried', () => {
    process.env.CGO_FIELD_GUIDE_PROVISION = '0';
    process.env.DOCKER_HOST = 'unix:///nowhere/docker.sock';
    const {status, output} = verify('--engine', 'docker', '--json', site.file('run.json'));
    delete process.env.DOCKER_HOST;
    const reason = 'No container engine can be used (asked for: docker). Tried:';
    expect(output).toContain(reason);
    expect(status).toBe(3);
    const json: unknown = JSON.parse(readFileSync(site.file('run.json'), 'utf8'));
    expect(json).toMatchObject({ended: containing(reason), jobs: []});
  });

  it.each([
    [
      'a build',
      'sleep 86472',
      () => {
        writeFileSync(file('Dockerfile'), `${DOCKERFILE}RUN sleep 86472\n`);
      },
    ],
    [
      'a run',
      'sleep 86473',
      () => {
        writeFileSync(file('example.yaml'), MANIFEST + runaway('sleeps', 'exec sleep 86473', '60s'));
      },
    ],
  ])('leaves nothing behind when %s is interrupted, and ends with 130', async (_, program, write) => {
    verify('--engine', 'docker');
    const before = receipt();
    write();
    const child = spawn(
      process.execPath,
      [DOCUSAURUS, 'verify', '--bases', 'rebuilt', '--engine', 'docker', '--junit', site.file('junit.xml')],
      {cwd: site.folder, stdio: ['ignore', 'pipe', 'pipe']},
    );
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = new Promise((resolve) => child.on('exit', resolve));
    await until(`${program} runs`, () => programs(program)[0], 120_000);
    const folders = runFoldersOf(child.pid);
    expect(folders).not.toEqual([]);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(said).toContain('Interrupted');
    expect(readFileSync(site.file('junit.xml'), 'utf8')).toContain('<error>interrupted</error>');
    expect(receipt()).toBe(before);
    expect(programs(program)).toEqual([]);
    expect(processesWith(path.join(cacheFolder(), 'engine/docker'))).toEqual([]);
    expect(runFoldersOf(child.pid)).toEqual([]);
    const engine = await openEngine({
      wanted: 'docker',
      cacheDir: cacheFolder(),
      signal: calm(),
      onProgress: () => undefined,
    });
    try {
      expect(await ourContainers(engine)).toEqual([]);
    } finally {
      await engine.close();
    }
  });
});

// Vitest types asymmetric matchers as any.
const containing = (text: string): unknown => expect.stringContaining(text);
const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);

/** A scenario whose program would run for a day. */
function runaway(id: string, script: string, timeout: string): string {
  return [
    `  - id: ${id}`,
    '    title: runs away',
    `    timeout: ${timeout}`,
    `    entrypoint: [sh, -c, ${JSON.stringify(script)}]`,
    '    expect: {stdout: {contains: [never]}}',
    '',
  ].join('\n');
}

/** Temporary folders of a process of this project, see engine/identity.ts. */
function runFoldersOf(pid: number | undefined): string[] {
  return readdirSync(tmpdir()).filter(
    (name) => name.startsWith('cgo-field-guide-') && name.includes(`-${String(pid)}-`),
  );
}

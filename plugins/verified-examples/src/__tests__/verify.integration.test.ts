import {spawn} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {discoverExamples} from '../collect/discover';
import {formatReceipt, receiptOf} from '../receipt/write';
import {seal} from '../receipt/seal';
import {CopyOfSite} from './copyOfSite';

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

const verify = (...args: string[]) => site.docusaurus('verify', '--bases', 'rebuilt', ...args);

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
    writeFileSync(file('Dockerfile'), `${DOCKERFILE}RUN sleep 1000\n`);
    const hanging = verify('--engine', engine);
    expect(hanging.status).toBe(1);
    expect(hanging.output).toMatch(/build\n\s+expected success/);
    const runaways = ['sleep 1000', 'yes', 'f() { f | f & }; f; sleep 1000'].map(
      (text, index) =>
        `  - id: runaway-${index}\n    title: runs away\n    timeout: 3s\n    entrypoint: [sh, -c, ${JSON.stringify(text)}]\n    expect: {stdout: {contains: [never]}}\n`,
    );
    writeFileSync(file('Dockerfile'), DOCKERFILE);
    writeFileSync(
      file('example.yaml'),
      MANIFEST.replace('limits:\n', 'limits:\n  pids: 32\n') + runaways.join(''),
    );
    const {status, output} = verify('--engine', engine);
    expect(status).toBe(1);
    expect(output).toContain('still ran after 3s and was killed');
    expect(output).toContain('printed more than 65536 bytes and was killed');
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
    writeFileSync(file('example.yaml'), MANIFEST.replace('stdout:', 'stdut:'));
    expect(verify()).toMatchObject({
      status: 2,
      output: matching(
        /examples\/greeting\/example\.yaml:\d+:\d+: scenarios\.0\.expect: unknown key "stdut"/,
      ),
    });
  });

  it('ends with 2 for a base that the catalogue does not have', () => {
    writeFileSync(file('Dockerfile'), DOCKERFILE.replace('3.23', '3.32'));
    expect(verify()).toMatchObject({
      status: 2,
      output: matching(/base alpine:3\.32 is not in the catalogue.*nearest: .*alpine:3\.23/),
    });
  });

  it('ends with 3 where no engine is to be had, and says what was tried', () => {
    process.env.CGO_FIELD_GUIDE_PROVISION = '0';
    process.env.DOCKER_HOST = 'unix:///nowhere/docker.sock';
    const {status, output} = verify('--engine', 'docker');
    delete process.env.DOCKER_HOST;
    expect(output).toContain('No container engine can be used (asked for: docker). Tried:');
    expect(status).toBe(3);
  });

  it('leaves nothing behind when it is interrupted, and ends with 130', async () => {
    verify('--engine', 'docker');
    const before = receipt();
    writeFileSync(file('Dockerfile'), `${DOCKERFILE}RUN sleep 1000\n`);
    const child = spawn(
      process.execPath,
      [
        'node_modules/@docusaurus/core/bin/docusaurus.mjs',
        'verify',
        '--bases',
        'rebuilt',
        '--engine',
        'docker',
      ],
      {cwd: site.folder, stdio: ['ignore', 'pipe', 'pipe']},
    );
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    while (!said.includes(': building')) await delay(100);
    await delay(2000);
    child.kill('SIGINT');
    const status = await new Promise((resolve) => child.on('exit', resolve));
    expect(said).toContain('Interrupted');
    expect(status).toBe(130);
    expect(receipt()).toBe(before);
    expect(processesOf('sleep 1000')).toEqual([]);
    expect(processesOf('dockerd')).toEqual([]);
  });
});

// Vitest types asymmetric matchers as any.
const containing = (text: string): unknown => expect.stringContaining(text);
const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);

/** Command lines of processes below this user's cache that contain a text. */
function processesOf(text: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(path.join('/proc', pid, 'cmdline'), 'utf8').replaceAll('\0', ' ');
        return line.includes(text) && line.includes('cgo-field-guide') ? [line] : [];
      } catch {
        return [];
      }
    });
}

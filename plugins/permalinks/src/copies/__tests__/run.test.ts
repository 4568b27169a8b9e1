import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {copyIndex} from '../../../../../src/copies/copyIndex';
import type {CopyState} from '../../../../../src/copies/model';
import {CURRENT, fixture, published} from '../../../../../src/copies/__tests__/published';
import {checkCopies} from '../run';

const STATIC = fixture('published/pure-go-static');
const MOVED: CopyState = {is: 'moved', to: '/examples/other'};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'check-copies-'));
});

afterEach(() => {
  rmSync(folder, {recursive: true});
});

function write(file: string, text: string | Uint8Array): string {
  const full = path.join(folder, file);
  mkdirSync(path.dirname(full), {recursive: true});
  writeFileSync(full, text);
  return full;
}

async function run(words: readonly string[], state: CopyState = CURRENT) {
  let [stdout, stderr] = ['', ''];
  const code = await checkCopies(words, {
    command: 'check-copies',
    ownIndex: () => copyIndex(published(state), '2026-12-01'),
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
  });
  const shown = (text: string) => text.replaceAll(folder, '<folder>');
  return {code, stdout: shown(stdout), stderr: shown(stderr)};
}

describe('exit codes', () => {
  it('is 0 without copies, and where all are current', async () => {
    expect(await run([folder])).toMatchObject({code: 0, stderr: ''});
    write('Dockerfile', STATIC);
    expect(await run([folder])).toMatchObject({code: 0, stderr: ''});
  });

  it.each([
    MOVED,
    {is: 'withdrawn', why: 'x'},
    {is: 'superseded', by: '/x/a@0', on: 'x', why: null},
  ] as const)('is 1 where a copy was $is', async (state) => {
    write('Dockerfile', STATIC);
    expect(await run([folder], state)).toMatchObject({code: 1, stderr: ''});
  });

  it('is 1 for a revision that the index does not have', async () => {
    write(
      'Dockerfile',
      `# from https://a.test/x/pure-go-static@ffffffffffff sha256:${'f'.repeat(64)}\nFROM scratch\n`,
    );
    expect(await run([folder])).toMatchObject({code: 1, stderr: ''});
  });

  it('is 0 where it is ignored for a reason', async () => {
    write('Dockerfile', `# cgo-guide: ignore=copy-moved reason=frozen\n${STATIC}`);
    expect(await run([folder], MOVED)).toMatchObject({code: 0, stderr: ''});
  });

  it('is 2 for what cannot be read, all of it listed, and what could be is reported', async () => {
    write('a/Dockerfile', STATIC);
    write('b/Dockerfile', Buffer.from([0x46, 0xff, 0xfe]));
    write('c/Dockerfile', `# cgo-guide: ignore=copy-moved\n${STATIC}`);
    const {code, stdout, stderr} = await run([folder, path.join(folder, 'gone')], MOVED);
    expect(code).toBe(2);
    expect(stdout).toContain('a/Dockerfile:3: copy-moved');
    expect(stderr).toMatchInlineSnapshot(`
      "Not everything could be checked:
        <folder>/b/Dockerfile: it is not text in UTF-8
        <folder>/gone: there is no such file or folder
        <folder>/c/Dockerfile:1: ignore=copy-moved has no reason: write reason=… behind it
      "
    `);
  });

  it.each([
    ['no path', []],
    ['an unknown format', ['.', '--format', 'xml']],
    ['an unknown option', ['.', '--update']],
  ])('is 2 for %s', async (_, words) => {
    const {code, stdout, stderr} = await run(words);
    expect({code, stdout}).toEqual({code: 2, stdout: ''});
    // The sentence about an option is Node's, and differs between its versions.
    expect(stderr.split('\n')[0]?.replace(/'--update'.*/, '…')).toMatchSnapshot();
  });

  it('is 0 for help', async () => {
    expect(await run(['--help'])).toMatchObject({code: 0, stderr: ''});
  });
});

describe('files', () => {
  it('are the Dockerfiles of a folder, without those of tools and of others', async () => {
    for (const file of [
      'Dockerfile',
      'Dockerfile.dev',
      'Containerfile',
      'x/api.Dockerfile',
      '.git/Dockerfile',
      'node_modules/a/Dockerfile',
      'x/vendor/Dockerfile',
      'Dockerfile.dockerignore',
      'Dockerfiles.md',
    ])
      write(file, STATIC);
    symlinkSync(folder, path.join(folder, 'x/loop'));
    const {stdout} = await run([folder, '--format', 'json']);
    const files = (JSON.parse(stdout) as {copies: {file: string}[]}).copies.map(({file}) => file);
    expect(files).toEqual(
      ['Containerfile', 'Dockerfile', 'Dockerfile.dev', 'x/api.Dockerfile'].map((file) => `<folder>/${file}`),
    );
  });

  it('are also those that are named, each once', async () => {
    const named = write('build.txt', STATIC);
    const {stdout} = await run([named, named]);
    expect(stdout).toContain('1 Dockerfile read, 1 copy found');
  });
});

describe('--format', () => {
  it.each([
    ['text', /copy-moved/],
    ['json', /^\{/],
    ['sarif', /"version": "2\.1\.0"/],
    ['github', /^::warning file=/],
  ])('%s', async (format, expected) => {
    write('Dockerfile', STATIC);
    const {code, stdout} = await run([folder, '--format', format], MOVED);
    expect(code).toBe(1);
    expect(stdout).toMatch(expected);
  });
});

describe('--index', () => {
  const newer = JSON.stringify(copyIndex(published(MOVED), null));

  it('takes a file', async () => {
    write('Dockerfile', STATIC);
    expect((await run([folder, '--index', write('index.json', newer)])).code).toBe(1);
  });

  it('takes an address', async () => {
    const server = createServer((request, answer) => {
      answer.statusCode = request.url === '/index.json' ? 200 : 404;
      answer.end(newer);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    write('Dockerfile', STATIC);
    expect((await run([folder, '--index', `${origin}/index.json`])).code).toBe(1);
    const {code, stderr} = await run([folder, '--index', `${origin}/gone`]);
    server.close();
    expect(code).toBe(2);
    expect(stderr).toContain('/gone cannot be read: the server answered 404');
  });

  it('is 2 for a file that is not there, or no index', async () => {
    expect((await run([folder, '--index', path.join(folder, 'gone')])).code).toBe(2);
    const {code, stderr} = await run([folder, '--index', write('index.json', '{}')]);
    expect(code).toBe(2);
    expect(stderr).toMatchInlineSnapshot(`
      "The index <folder>/index.json cannot be read: format is missing, and this program reads format 1: take a newer program
      "
    `);
  });

  it('is the only thing that is fetched', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('asked'));
    write(
      'Dockerfile',
      `# from https://a.test/x/pure-go-static@ffffffffffff sha256:${'f'.repeat(64)}\n${STATIC}`,
    );
    await run([folder]);
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });
});

import {execFile} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {copyIndex} from '../../../../../src/copies/copyIndex';
import {fixture, published, sha256} from '../../../../../src/copies/__tests__/published';
import {bundleCheck, type Bundled} from '../bundle';
import {CHECK_FILE, INDEX_FILE, publishCheck} from '../publish';

const index = copyIndex(published({is: 'moved', to: '/examples/other'}), '2026-12-01');

let folder: string;
let bundled: Bundled;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'check-copies-'));
  bundled = await bundleCheck(path.join(folder, 'out/check-copies.mjs'), index);
});

afterAll(() => {
  rmSync(folder, {recursive: true});
});

function run(words: readonly string[]): Promise<{code: number; stdout: string; stderr: string}> {
  const cwd = path.join(folder, 'reader');
  mkdirSync(cwd, {recursive: true});
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [path.join(folder, 'out/check-copies.mjs'), ...words],
      {cwd, env: {}},
      (_, stdout, stderr) => {
        resolve({code: child.exitCode ?? -1, stdout, stderr});
      },
    );
  });
}

describe('the file to download', () => {
  const text = () => readFileSync(path.join(folder, 'out/check-copies.mjs'), 'utf8');

  it('runs in an empty folder, with nothing but Node', async () => {
    expect(await run(['.'])).toEqual({
      code: 0,
      stdout: '0 Dockerfiles read, 0 copies found, 0 to look at.\n',
      stderr: '',
    });
  });

  it('finds copies by the index in it', async () => {
    await run(['.']);
    writeFileSync(path.join(folder, 'reader/Dockerfile'), fixture('published/pure-go-static'));
    const {code, stdout} = await run(['.']);
    expect(code).toBe(1);
    expect(stdout).toContain('Dockerfile:3: copy-moved');
    expect((await run([])).code).toBe(2);
  });

  it('imports nothing but modules of Node', () => {
    const modules = /^import .* from "(.+)";$|= \w*require\("(.+?)"\)/gm;
    const imported = [...text().matchAll(modules)].map(([, from, required]) => from ?? required ?? '');
    expect(imported.length).toBeGreaterThan(0);
    expect(imported.filter((name) => !name.startsWith('node:'))).toEqual([]);
  });

  it('names no folder of the machine that made it', () => {
    expect(text()).not.toContain(process.cwd());
    expect(text()).not.toContain(folder);
  });

  it('is published with the index alone, which it takes again', async () => {
    const site = path.join(folder, 'site');
    await publishCheck(site, published(), '2026-12-01');
    await run(['.']);
    writeFileSync(path.join(folder, 'reader/Dockerfile'), fixture('published/pure-go-static'));
    expect((await run(['.', '--index', path.join(site, INDEX_FILE)])).code).toBe(0);
    expect(readFileSync(path.join(site, CHECK_FILE), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it('has its sum beside it', () => {
    expect(bundled).toEqual({bytes: Buffer.byteLength(text()), sha256: sha256(text())});
    const sum = readFileSync(path.join(folder, 'out/check-copies.mjs.sha256'), 'utf8');
    expect(sum).toBe(`${bundled.sha256}  check-copies.mjs\n`);
  });

  it('comes out the same again, and another with another index', async () => {
    expect(await bundleCheck(path.join(folder, 'again/check-copies.mjs'), index)).toEqual(bundled);
    const other = await bundleCheck(path.join(folder, 'other/check-copies.mjs'), copyIndex([], null));
    expect(other.sha256).not.toBe(bundled.sha256);
  });
});

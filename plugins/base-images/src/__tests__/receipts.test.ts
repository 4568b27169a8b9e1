import {mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {contentDigest} from '../archive/makeArchive';
import {printReceipt, readBaseReceipts, writeBaseReceipt} from '../receipts';
import type {BaseReceipt} from '../types';

let directory: string;
beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'receipts-')), 'receipts');
});
afterEach(async () => {
  await rm(join(directory, '..'), {recursive: true});
});

const receipt: BaseReceipt = {
  schema: 1,
  ref: 'alpine:3.23',
  platform: 'linux/amd64',
  recipe: `sha256:${'a'.repeat(64)}`,
  content: `sha256:${'b'.repeat(64)}`,
  packages: {zlib: '1.3', musl: '1.2.5'},
  checks: ['all of it'],
  approximations: [],
};

describe('receipts of bases', () => {
  it('come back as they were written', async () => {
    expect(await writeBaseReceipt(receipt, directory)).toBe(true);
    expect(await readBaseReceipts(directory)).toEqual([receipt]);
  });

  it('are named for the platform unless it is the usual one', async () => {
    await writeBaseReceipt(receipt, directory);
    await writeBaseReceipt({...receipt, platform: 'linux/arm64'}, directory);
    expect(await readdir(directory)).toEqual(['alpine-3.23-linux-arm64.json', 'alpine-3.23.json']);
    expect(await readBaseReceipts(directory)).toHaveLength(2);
  });

  it('are not touched when nothing changed', async () => {
    await writeBaseReceipt(receipt, directory);
    const path = join(directory, 'alpine-3.23.json');
    const before = (await stat(path)).mtimeMs;
    const shuffled = {...receipt, packages: {musl: '1.2.5', zlib: '1.3'}};
    expect(await writeBaseReceipt(shuffled, directory)).toBe(false);
    expect((await stat(path)).mtimeMs).toBe(before);
    expect(await writeBaseReceipt({...receipt, checks: []}, directory)).toBe(true);
  });

  it('list packages by name', () => {
    expect(printReceipt(receipt)).toContain('"packages": {\n    "musl": "1.2.5",\n    "zlib": "1.3"\n  }');
  });

  it('are all refused at once, with file and path, when malformed', async () => {
    await mkdir(directory);
    await writeFile(join(directory, 'alpine-3.19.json'), printReceipt(receipt));
    await writeFile(join(directory, 'broken.json'), '{');
    await writeFile(
      join(directory, 'alpine-3.23.json'),
      JSON.stringify({...receipt, recipe: 'sha256:1', extra: 1}),
    );
    await expect(readBaseReceipts(directory)).rejects.toThrowErrorMatchingInlineSnapshot(`
      [Error: 3 receipts of bases cannot be used:
      - alpine-3.19.json: ref: expected the base this file is named for, got alpine:3.23 (linux/amd64)
      - alpine-3.23.json: recipe: expected sha256: and 64 hex digits; receipt: Unrecognized key: "extra"
      - broken.json: expected JSON
      Write them again with: npm run bases -- --write]
    `);
  });

  it('are none where there is no folder', async () => {
    expect(await readBaseReceipts(join(directory, 'none'))).toEqual([]);
    await expect(readFile(join(directory, 'none'))).rejects.toThrow('ENOENT');
  });
});

describe('contentDigest', () => {
  it('is over sorted lines of name and version', () => {
    expect(contentDigest({b: '2', a: '1'})).toBe(contentDigest({a: '1', b: '2'}));
    expect(contentDigest({a: '1', b: '2'})).not.toBe(contentDigest({a: '1', b: '3'}));
  });
});

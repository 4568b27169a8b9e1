import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {unzipSync} from 'fflate';
import {describe, expect, it} from 'vitest';
import {folderWith, hello, only} from '../../../__tests__/fixtures';
import {Addresses} from '../addresses';
import {zipOf} from '../archive';
import {STATIC_FOLDER, writeStaticFiles} from '../staticFiles';

const example = only(hello());

describe('zipOf', () => {
  it('has every file of the context, and the same bytes every time', () => {
    const zip = zipOf(example);
    const files = unzipSync(zip);
    expect(Object.keys(files)).toEqual(['hello/Dockerfile', 'hello/main.go']);
    expect(
      Buffer.from(files['hello/main.go'] ?? []).equals(readFileSync(path.join(example.folder, 'main.go'))),
    ).toBe(true);
    expect(Buffer.from(zipOf(only(hello()))).equals(Buffer.from(zip))).toBe(true);
  });
});

describe('writeStaticFiles', () => {
  it('replaces what was there before', () => {
    const site = folderWith({});
    const stale = path.join(site, STATIC_FOLDER, 'examples/gone/raw/Dockerfile');
    mkdirSync(path.dirname(stale), {recursive: true});
    writeFileSync(stale, 'old');
    writeStaticFiles(site, [example], new Addresses('examples'));
    expect(readFileSync(path.join(site, STATIC_FOLDER, 'examples/hello/raw/main.go'), 'utf8')).toContain(
      'package main',
    );
    expect(() => readFileSync(stale)).toThrow('ENOENT');
  });
});

import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {unzipSync} from 'fflate';
import {describe, expect, it} from 'vitest';
import {folderWith, hello, MANIFEST, only} from '../../../__tests__/fixtures';
import {Addresses} from '../addresses';
import {packedFiles, zipOf} from '../archive';
import {STATIC_FOLDER, writeStaticFiles} from '../staticFiles';

const example = only(hello());

describe('zipOf', () => {
  it('has every file of the context, and the same bytes every time', () => {
    const zip = zipOf(example);
    const files = unzipSync(zip);
    expect(Object.keys(files)).toEqual([
      ...['context/Dockerfile', 'context/main.go'],
      ...['runs/build/current.sh', 'runs/greets/current.sh', 'runs/rules.sh', 'reproduce.sh'],
    ]);
    expect(
      Buffer.from(files['context/main.go'] ?? []).equals(readFileSync(path.join(example.folder, 'main.go'))),
    ).toBe(true);
    expect(Buffer.from(zipOf(only(hello()))).equals(Buffer.from(zip))).toBe(true);
  });
});

it('files that differ in their bytes alone differ in their dates too, as BuildKit tells them apart by those', () => {
  const stamps = (text: string) => {
    const zip = zipOf(only(hello({'examples/hello/main.go': text})));
    const at = Buffer.from(zip).indexOf('context/main.go');
    return Buffer.from(zip)
      .subarray(at - 20, at - 16)
      .toString('hex');
  };
  expect(stamps('package one\n')).not.toBe(stamps('package two\n'));
  expect(stamps('package one\n')).toBe(stamps('package one\n'));
});

describe('packedFiles', () => {
  it('has every file that a command of the page mounts, at the path that the command names', () => {
    const scenario =
      'title: greets\n    network: lab\n    dns: {records: [db.test. 60 IN A 10.0.0.5]}\n    seccomp: p.json\n    files: [{path: /a/x, content: one}, {path: /b/x, content: two}, {path: /etc/main, from: main.go}]';
    const manifest = MANIFEST.replace('title: greets', scenario);
    const withLab = only(
      hello({
        'examples/hello/example.yaml': manifest,
        'examples/hello/p.json': '{}',
        'examples/_lab/Dockerfile': 'FROM scratch\n',
      }),
    );
    const paths = packedFiles(withLab).map((file) => file.path);
    const commands = packedFiles(withLab)
      .filter((file) => file.path === 'runs/greets/current.sh')
      .map(({bytes}) => Buffer.from(bytes).toString('utf8'))
      .join('');
    const mounted = [...commands.matchAll(/(?:-v |seccomp=)\.\/([^: \n]+)/g)].map(([, file]) => file);
    expect(mounted).toEqual([
      ...['runs/greets/lab.json', 'context/p.json', 'runs/greets/x', 'runs/greets/1-x', 'context/main.go'],
      'runs/greets/resolv.conf',
    ]);
    expect(mounted.filter((file) => !paths.includes(file ?? ''))).toEqual([]);
    expect(paths).toContain('lab/Dockerfile');
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

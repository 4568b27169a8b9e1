import {createReadStream} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openDocker, type Opened} from '../../../verified-examples/src/engine/__tests__/support/openEngines';
import {installEmulation} from '../../../verified-examples/src/engine/installEmulation';
import {rebuildBases} from '../rebuild';
import {readTar} from '../tree/readTar';
import {bytesOf} from '../tree/tree';
import type {RebuiltBase} from '../types';
import {shell} from './support/offline';

const {signal} = new AbortController();

let opened: Opened;
let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'bases-'));
  opened = await openDocker();
});
afterAll(async () => {
  await opened.engine.close();
  await rm(opened.directory, {recursive: true, force: true});
  await rm(scratch, {recursive: true, force: true});
});

/** @param cache - Folder below the scratch folder */
function rebuild(refs: readonly string[], cache: string): Promise<RebuiltBase[]> {
  const cacheDir = join(scratch, cache);
  return rebuildBases(refs, {platform: 'linux/arm64', signal, cacheDir, onProgress: () => undefined});
}

describe('a base that is rebuilt for arm64', () => {
  it('is of its platform, from nothing and once more', async () => {
    const refs = ['alpine:3.23', 'gcr.io/distroless/base-debian13:nonroot'];
    const [first, second] = [await rebuild(refs, 'once'), await rebuild(refs, 'again')];
    expect(second.map(({imageId}) => imageId)).toEqual(first.map(({imageId}) => imageId));
    expect(first[0]?.receipt.checks.join()).toContain('109 of 109 files have the SHA-1');
    const archive = await readTar(createReadStream(first[1]?.archive ?? ''));
    const layers = [...archive.keys()].filter((name) => name.endsWith('/layer.tar'));
    const trees = layers.map((name) => readTar(Readable.from([bytesOf(archive, name)])));
    const paths = (await Promise.all(trees)).flatMap((tree) => [...tree.keys()]);
    expect(paths).toContain('usr/lib/aarch64-linux-gnu/libc.so.6');
    expect(paths.filter((path) => path.includes('x86_64'))).toEqual([]);
    await expect(rebuild(['golang:1.26-trixie'], 'once')).rejects.toThrow(
      'golang:1.26-trixie: only for linux/amd64',
    );
  });

  // Of a dynamic program, so that a symbol which musl has for itself alone is found missing.
  it('compiles C for musl on arm64, atomics too', async () => {
    await installEmulation(signal);
    const {engine} = opened;
    const [arm64] = await rebuild(['golang:1.27-alpine3.23'], 'once');
    await engine.load(arm64?.archive ?? '', {signal});
    const program = '_Atomic int n; int main(void) { n += 42; return n; }';
    const out = await shell(
      engine,
      arm64?.ref ?? '',
      `apk add --no-cache -q gcc musl-dev && cd /tmp && echo '${program}' > main.c && gcc -O2 main.c; ./a.out; echo $?; readelf -d a.out | grep -o '\\[lib.*\\]'`,
    );
    expect(out.split('\n')).toEqual(['42', '[libc.musl-aarch64.so.1]']);
  });
});

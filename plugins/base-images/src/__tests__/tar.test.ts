import {createReadStream} from 'node:fs';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {writeArchive} from '../archive/writeArchive';
import {readTar} from '../tree/readTar';
import {bytesOf, directory, EPOCH, file, symlink, type Tree} from '../tree/tree';
import {writeTar} from '../tree/writeTar';

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'bases-'));
});
afterAll(async () => {
  await rm(scratch, {recursive: true});
});

const big = Buffer.alloc(300_000, 'x');

function nodes(): Tree {
  return new Map([
    ['usr/bin/b', file(big, {mode: 0o755})],
    ['usr/bin/empty', file('')],
    ['usr/bin/a', {...file(''), type: 'link', target: 'usr/bin/b'}],
    ['tmp', directory({mode: 0o1777})],
    ['home/nonroot', directory({mode: 0o700, uid: 65_532, gid: 65_532})],
    ['lib', symlink('usr/lib')],
    [`usr/share/${'long/'.repeat(40)}name`, {...file('deep'), mtime: EPOCH + 5}],
  ]);
}

describe('writeTar', () => {
  it.each([0, 1000, (1 << 20) - 1, 1 << 20, 3_000_000])(
    'writes the same bytes for a file of %i on disk as for one in memory',
    async (size) => {
      const content = Buffer.alloc(size, 'a file');
      const source = join(scratch, 'source');
      await writeFile(source, content);
      const inMemory = await writeTar(new Map([['a', file(content)]]), join(scratch, 'memory.tar'));
      const onDisk = new Map([['a', {...file(''), content: {file: source, size}}]]);
      expect(await writeTar(onDisk, join(scratch, 'disk.tar'))).toEqual(inMemory);
    },
  );

  it('writes the same bytes for the same tree in any order', async () => {
    const forward = await writeTar(nodes(), join(scratch, 'forward.tar'));
    const backward = await writeTar(new Map([...nodes()].reverse()), join(scratch, 'backward.tar'));
    expect(backward).toEqual(forward);
    const [one, two] = await Promise.all(
      ['forward.tar', 'backward.tar'].map((name) => readFile(join(scratch, name))),
    );
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
  });

  it('keeps bytes, modes, owners and links, adds parents, and lets nothing be younger than the epoch', async () => {
    const path = join(scratch, 'kept.tar');
    await writeTar(nodes(), path);
    const read = await readTar(createReadStream(path));
    for (const [name, node] of nodes()) {
      const {mtime, content, ...rest} = node;
      expect(read.get(name)).toMatchObject({...rest, mtime: Math.min(mtime, EPOCH)});
      if (node.type === 'file' && Buffer.isBuffer(content))
        expect(content.equals(read.get(name)?.content as Buffer)).toBe(true);
    }
    expect(read.get('usr/bin')).toMatchObject({type: 'directory', mode: 0o755, uid: 0});
    expect([...read.keys()].at(-1)).toBe('usr/bin/a');
  });

  it('changes its digest with a single mode bit', async () => {
    const before = await writeTar(nodes(), join(scratch, 'before.tar'));
    const after = await writeTar(nodes().set('tmp', directory({mode: 0o777})), join(scratch, 'after.tar'));
    expect(after.digest).not.toBe(before.digest);
  });
});

describe('writeArchive', () => {
  it('writes a docker-archive, each layer once, always the same bytes', async () => {
    const tar = join(scratch, 'layer.tar');
    const layer = {...(await writeTar(nodes(), tar)), tar};
    const paths = [join(scratch, 'one.tar'), join(scratch, 'two.tar')];
    for (const path of paths)
      await writeArchive(path, 'localhost/base/x:1', '{"os":"linux"}', [layer, layer]);
    const [one, two] = await Promise.all(paths.map((path) => readFile(path)));
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
    const read = await readTar(createReadStream(join(scratch, 'one.tar')));
    const hex = layer.digest.slice('sha256:'.length);
    expect([...read.keys()]).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}\.json$/),
      'manifest.json',
      `${hex}/layer.tar`,
    ]);
    const manifest: unknown = JSON.parse(bytesOf(read, 'manifest.json').toString());
    expect(manifest).toEqual([
      {
        Config: [...read.keys()][0],
        RepoTags: ['localhost/base/x:1'],
        Layers: [`${hex}/layer.tar`, `${hex}/layer.tar`],
      },
    ]);
  });
});

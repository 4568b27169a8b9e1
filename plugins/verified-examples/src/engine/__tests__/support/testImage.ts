import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {pack, type Pack} from 'tar-stream';
import {unpackedPackage} from './packages';

export const TEST_IMAGE = 'localhost/cgo-field-guide/test/busybox:1';

const APPLETS = 'sh cat echo sleep id dd yes touch mount env httpd wget ls grep kill seq head true pwd'.split(
  ' ',
);

/**
 * A docker-archive made by hand from busybox: no registry, no engine, and an id that is known beforehand.
 * @returns the image id that an engine must report
 */
export async function writeTestImage(archive: string): Promise<string> {
  const busybox = readFileSync(join(await unpackedPackage('busybox-static'), 'bin/busybox'));
  // A program for glibc, in an image without it: the kernel cannot find its interpreter.
  const dynamic = readFileSync('/bin/true');
  const layer = await tar((entries) => {
    for (const name of ['bin', 'etc', 'srv', 'tmp']) {
      entries.entry({name, type: 'directory', mode: 0o755});
    }
    entries.entry({name: 'bin/busybox', mode: 0o755}, busybox);
    for (const name of APPLETS) {
      entries.entry({name: `bin/${name}`, type: 'symlink', linkname: 'busybox'});
    }
    entries.entry({name: 'dynamic', mode: 0o755}, dynamic);
    entries.entry({name: 'etc/passwd'}, 'root:x:0:0::/:/bin/sh\nnonroot:x:65532:65532::/:/bin/sh\n');
    // BuildKit looks up the groups of a user that has a name, and fails without the file.
    entries.entry({name: 'etc/group'}, 'root:x:0:\nnonroot:x:65532:\n');
    entries.entry({name: 'srv/file', mode: 0o640, uid: 65532, gid: 65532}, 'served\n');
  });
  const config = JSON.stringify({
    architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
    os: 'linux',
    config: {Env: ['PATH=/bin', 'MARK=image'], Cmd: ['/bin/true'], WorkingDir: '/srv', User: '65532'},
    rootfs: {type: 'layers', diff_ids: [`sha256:${sha256(layer)}`]},
    history: [{created_by: 'test'}],
  });
  const id = sha256(Buffer.from(config));
  const manifest = [{Config: `${id}.json`, RepoTags: [TEST_IMAGE], Layers: ['layer.tar']}];
  await writeFile(
    archive,
    await tar((entries) => {
      entries.entry({name: 'layer.tar'}, layer);
      entries.entry({name: `${id}.json`}, config);
      entries.entry({name: 'manifest.json'}, JSON.stringify(manifest));
    }),
  );
  return `sha256:${id}`;
}

async function tar(fill: (entries: Pack) => void): Promise<Buffer> {
  const entries = pack();
  fill(entries);
  entries.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of entries) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

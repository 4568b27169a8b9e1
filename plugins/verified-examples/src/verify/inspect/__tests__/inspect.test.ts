import {mkdtempSync, readFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {pack, type Pack} from 'tar-stream';
import {describe, expect, it} from 'vitest';
import type {ImageConfig} from '../../../engine/types';
import {parseGoVersion, parseReadelf, parseTools} from '../binary';
import {inspectRootfs, isInspected} from '../image';
import {readRootfs} from '../rootfs';

const CONFIG: ImageConfig = {
  id: 'sha256:x',
  platform: 'linux/amd64',
  layers: 3,
  user: 'nonroot',
  entrypoint: ['/app'],
  cmd: [],
  workdir: '/home/nonroot',
  env: [],
};

/** A root file system like those of the bases: merged /usr, links, sticky /tmp, a database in parts. */
function rootfsTar(): Pack {
  const tar = pack();
  tar.entry({name: './', type: 'directory'});
  tar.entry({name: 'loop', type: 'symlink', linkname: 'loop'});
  tar.entry({name: 'bin', type: 'symlink', linkname: 'usr/bin'});
  tar.entry({name: 'usr/bin/dash'}, 'ELF');
  tar.entry({name: 'usr/bin/sh', type: 'symlink', linkname: 'dash'});
  tar.entry({name: 'usr/bin/again', type: 'link', linkname: 'usr/bin/dash'});
  tar.entry({name: 'tmp', type: 'directory', mode: 0o1777});
  tar.entry(
    {name: 'etc/passwd'},
    'root:x:0:0::/root:/bin/sh\nnonroot:x:65532:65532::/home/nonroot:/sbin/nologin\n',
  );
  tar.entry({name: 'etc/os-release', type: 'symlink', linkname: '../usr/lib/os-release'});
  tar.entry({name: 'usr/lib/os-release'}, 'NAME="Debian"\nPRETTY_NAME="Debian GNU/Linux 13 (trixie)"\n');
  tar.entry({name: 'etc/nsswitch.conf'}, 'passwd: files\nhosts:          files dns\n');
  tar.entry(
    {name: 'etc/ssl/certs/ca-certificates.crt'},
    '-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----\n'.repeat(3),
  );
  tar.entry({name: 'usr/share/zoneinfo/Europe/Berlin'}, 'TZif2\0');
  tar.entry({name: 'usr/share/zoneinfo/Europe/Oslo', type: 'symlink', linkname: 'Berlin'});
  tar.entry({name: 'usr/share/zoneinfo/right/Europe/Berlin'}, 'TZif2\0');
  tar.entry({name: 'usr/share/zoneinfo/zone.tab'}, '# no zone');
  tar.entry(
    {name: 'usr/lib/x86_64-linux-gnu/libc.so.6'},
    '\0GNU C Library (Debian GLIBC 2.41-12+deb13u1) stable release version 2.41.\n\0',
  );
  tar.entry({name: 'var/lib/dpkg/status.d/tzdata'}, 'Package: tzdata\nVersion: 2026b-0+deb13u1\n');
  tar.entry({name: 'var/lib/dpkg/status.d/libc6'}, 'Package: libc6\nVersion: 2.41-12+deb13u1\n');
  tar.entry({name: 'var/lib/dpkg/status.d/libc6.md5sums'}, 'Package: no package\nVersion: 1\n');
  tar.entry({name: 'app'}, Buffer.from('program'));
  tar.finalize();
  return tar;
}

async function inspect() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'inspect-'));
  const {rootfs, saved} = await readRootfs(rootfsTar() as AsyncIterable<Uint8Array>, {
    keep: isInspected,
    save: {name: 'app', folder},
  });
  return {rootfs, saved, facts: inspectRootfs(CONFIG, rootfs)};
}

describe('inspectRootfs', () => {
  it('tells what an image is', async () => {
    const {facts} = await inspect();
    expect(facts).toMatchInlineSnapshot(`
      {
        "architecture": "linux/amd64",
        "caBundle": "/etc/ssl/certs/ca-certificates.crt",
        "caRoots": 3,
        "cmd": [],
        "entrypoint": [
          "/app",
        ],
        "layers": 3,
        "libc": {
          "kind": "glibc",
          "version": "2.41",
        },
        "nsswitchHosts": "hosts: files dns",
        "os": "Debian GNU/Linux 13 (trixie)",
        "packages": {
          "libc6": "2.41-12+deb13u1",
          "tzdata": "2026b-0+deb13u1",
        },
        "shell": "/bin/sh",
        "size": 561,
        "timeZones": 2,
        "tmp": true,
        "uid": 65532,
        "user": "nonroot",
        "workdir": "/home/nonroot",
      }
    `);
  });

  it('saves the program with its digest', async () => {
    const {saved} = await inspect();
    const program = saved.get('/app');
    expect(readFileSync(program?.file ?? '', 'utf8')).toBe('program');
    expect(program?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('follows links as the kernel does, and survives a circle', async () => {
    const {rootfs} = await inspect();
    expect(rootfs.resolve('/bin/sh')).toBe('/usr/bin/dash');
    expect(rootfs.get('/bin/nothing')).toBeUndefined();
    expect(rootfs.get('/loop')).toBeUndefined();
    expect(rootfs.get('/usr/bin/again')?.magic).toBe('ELF');
  });

  it('reads Alpine: musl, its database, no user by name', async () => {
    const tar = pack();
    tar.entry({name: 'lib/ld-musl-x86_64.so.1'}, 'x\x00127.0.0.1\0musl libc (%s)\nVersion %s\n\x001.2.5\0');
    tar.entry({name: 'lib/apk/db/installed'}, 'C:Q1\nP:musl\nV:1.2.5-r23\n\nP:busybox\nV:1.37.0-r30\n');
    tar.finalize();
    const {rootfs} = await readRootfs(tar as AsyncIterable<Uint8Array>, {keep: isInspected});
    expect(inspectRootfs({...CONFIG, user: '65532:65532'}, rootfs)).toMatchObject({
      libc: {kind: 'musl', version: '1.2.5'},
      packages: {busybox: '1.37.0-r30', musl: '1.2.5-r23'},
      uid: 65532,
      shell: null,
      caRoots: 0,
      nsswitchHosts: null,
      tmp: false,
    });
    expect(inspectRootfs(CONFIG, rootfs).uid).toBeNull();
  });
});

const HEADER =
  'ELF Header:\n  Type:                              EXEC (Executable file)\n  Machine:                           Advanced Micro Devices X86-64\n';
const DYNAMIC = `${HEADER}
  INTERP         0x000fe4 0x0000000000400fe4 0x0000000000400fe4 0x00001c 0x00001c R   0x1
      [Requesting program interpreter: /lib64/ld-linux-x86-64.so.2]

 0x0000000000000001 (NEEDED)             Shared library: [libresolv.so.2]
 0x0000000000000001 (NEEDED)             Shared library: [libc.so.6]

Version needs section '.gnu.version_r' contains 1 entry:
  0x0010:   Name: GLIBC_2.9  Flags: none  Version: 5
  0x0020:   Name: GLIBC_2.34  Flags: none  Version: 3
  0x0030:   Name: GLIBC_2.2.5  Flags: none  Version: 2
`;

describe('parseReadelf', () => {
  it('tells dynamic, static and static-pie apart', () => {
    expect(parseReadelf(DYNAMIC)).toEqual({
      architecture: 'Advanced Micro Devices X86-64',
      linkage: 'dynamic',
      interpreter: '/lib64/ld-linux-x86-64.so.2',
      needed: ['libresolv.so.2', 'libc.so.6'],
      glibcRequired: '2.34',
    });
    expect(parseReadelf(HEADER).linkage).toBe('static');
    expect(parseReadelf(HEADER.replace('EXEC', 'DYN')).linkage).toBe('static-pie');
  });

  it('refuses what is no ELF file', () => {
    expect(() => parseReadelf('readelf: Error: Not an ELF file')).toThrowErrorMatchingInlineSnapshot(`
      [Error: readelf printed no ELF header:
      readelf: Error: Not an ELF file]
    `);
  });
});

describe('parseGoVersion', () => {
  it('reads version and settings, quoted ones too', () => {
    const output =
      '/inspect/app: go1.27.4\n\tpath\texample.com/app/cmd/app\n\tmod\texample.com/app\t(devel)\t\n\tbuild\t-trimpath=true\n\tbuild\tCGO_ENABLED=0\n\tbuild\t-ldflags="-s -w"\n';
    expect(parseGoVersion(output)).toEqual({
      version: 'go1.27.4',
      settings: {'-ldflags': '-s -w', '-trimpath': 'true', CGO_ENABLED: '0'},
    });
  });

  it('refuses a program without build info', () => {
    expect(() => parseGoVersion('/inspect/app: could not read Go build info')).toThrow('found no Go program');
  });
});

describe('parseTools', () => {
  it('needs both tools', () => {
    expect(() => parseTools(DYNAMIC)).toThrow('readelf and go version printed');
  });
});

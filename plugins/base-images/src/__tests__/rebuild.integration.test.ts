import {createReadStream} from 'node:fs';
import {mkdtemp, readdir, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openDocker, type Opened} from '../../../verified-examples/src/engine/__tests__/support/openEngines';
import type {Engine} from '../../../verified-examples/src/engine/types';
import {recipeDigest} from '../catalogue';
import {cannotRebuild} from '../machine/tools';
import {rebuildBases} from '../rebuild';
import {readTar} from '../tree/readTar';
import {bytesOf} from '../tree/tree';
import type {RebuiltBase} from '../types';
import {buildAndRun, shell} from './support/offline';

const REFS = [
  'alpine:3.23',
  'golang:1.27-alpine3.23',
  'gcr.io/distroless/static-debian13:nonroot',
  'debian:trixie-slim',
];
const {signal} = new AbortController();

let opened: Opened;
let engine: Engine;
let scratch: string;
let lines: string[];
let bases: RebuiltBase[];

/** Nothing of an earlier run is used: every base is made from its packages here. */
beforeAll(async () => {
  expect(cannotRebuild()).toBeUndefined();
  scratch = await mkdtemp(join(tmpdir(), 'bases-'));
  opened = await openDocker();
  ({engine} = opened);
  bases = await rebuild(REFS);
  for (const {archive, imageId} of bases) expect(await engine.load(archive, {signal})).toBe(imageId);
});

afterAll(async () => {
  await engine.close();
  await rm(opened.directory, {recursive: true, force: true});
  await rm(scratch, {recursive: true, force: true});
});

interface RebuildChanges {
  trust?: string;
  platform?: string;
  /** Folder below the scratch folder. */
  cache?: string;
}

async function rebuild(
  refs: readonly string[],
  {cache = 'cache', platform = 'linux/amd64', ...trust}: RebuildChanges = {},
): Promise<RebuiltBase[]> {
  lines = [];
  return rebuildBases(refs, {
    ...{platform, signal, cacheDir: join(scratch, cache)},
    onProgress: (line) => lines.push(line),
    ...trust,
  });
}

function base(ref: string): RebuiltBase {
  const found = bases.find(({entry}) => entry.ref === ref);
  if (!found) throw new Error(`${ref} was not rebuilt`);
  return found;
}

/** Output of a shell command in a base. */
function inBase(ref: string, command: string): Promise<string> {
  return shell(engine, base(ref).ref, command);
}

describe('a rebuilt base', () => {
  it('is described by its receipt', () => {
    for (const {entry, recipe, ref, receipt} of bases) {
      expect(recipe).toBe(recipeDigest(entry, 'linux/amd64'));
      expect(ref).toContain(recipe.slice('sha256:'.length, 'sha256:'.length + 12));
      expect(receipt).toMatchObject({ref: entry.ref, recipe, approximations: entry.approximations});
    }
    expect(base('alpine:3.23').receipt.packages).toMatchObject({
      musl: '1.2.5-r23',
      'alpine-release': '3.23.6-r0',
    });
    expect(base('alpine:3.23').receipt.checks.join()).toContain('110 of 110 files have the SHA-1');
    expect(Object.keys(base('gcr.io/distroless/static-debian13:nonroot').receipt.packages).sort()).toEqual([
      'base-files',
      'ca-certificates',
      'media-types',
      'netbase',
      'tzdata',
      'tzdata-legacy',
    ]);
  });

  it('comes from the cache the second time, without any tool', async () => {
    const path = process.env.PATH;
    process.env.PATH = '/usr/bin:/bin';
    try {
      const again = await rebuild([
        'docker.io/library/alpine:3.23',
        'debian:13-slim',
        'alpine:3.23',
        'scratch',
      ]);
      expect(again).toEqual([base('alpine:3.23'), base('debian:trixie-slim')]);
      expect(lines).toEqual([]);
    } finally {
      process.env.PATH = path;
    }
  });

  it('gets one layer more for what this machine trusts, outside of digest and receipt, in builders only', async () => {
    const trust = join(scratch, 'trust.pem');
    await writeFile(trust, '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
    const [builder, alpine] = await rebuild(['golang:1.27-alpine3.23', 'alpine:3.23'], {trust});
    const {recipe, receipt, imageId} = base('golang:1.27-alpine3.23');
    expect(builder).toMatchObject({recipe, receipt});
    expect(builder?.imageId).not.toBe(imageId);
    expect(alpine).toEqual(base('alpine:3.23'));
    expect(lines).toEqual(['golang:1.27-alpine3.23: writing the archive']);
    await rm(join(builder?.archive ?? '', '..'), {recursive: true});
  });

  it('is made again when its archive was cut short, and by two processes at once', async () => {
    const {archive, imageId} = base('alpine:3.23');
    await writeFile(archive, 'cut');
    const [one, two] = await Promise.all([rebuild(['alpine:3.23']), rebuild(['alpine:3.23'])]);
    expect(one).toEqual(two);
    expect(one[0]?.imageId).toBe(imageId);
    expect((await stat(archive)).size).toBeGreaterThan(8_000_000);
    expect(await readdir(join(scratch, 'cache/tmp'))).toEqual([]);
  });

  it('has the same bytes when it is rebuilt from nothing again, under another umask', async () => {
    const refs = ['alpine:3.23', 'golang:1.27-alpine3.23', 'gcr.io/distroless/static-debian13:nonroot'];
    const before = process.umask(0o077);
    try {
      const again = await rebuild(refs, {cache: 'another'});
      expect(lines.join('\n')).toContain('alpine: packing gcc');
      expect(again.map(({ref}) => ref)).toEqual(refs.map((ref) => base(ref).ref));
      expect(again.map(({imageId}) => imageId)).toEqual(refs.map((ref) => base(ref).imageId));
    } finally {
      process.umask(before);
    }
  });

  it('is refused under a name nobody knows, with the closest', async () => {
    await expect(rebuild(['alpine:3.32', 'scratch'])).rejects.toThrowErrorMatchingInlineSnapshot(`
      [Error: these bases are not in the catalogue:
      - alpine:3.32: the closest are alpine:3.17, alpine:3.19, alpine:3.23]
    `);
  });
});

describe('alpine:3.23', () => {
  it('is Alpine, with the links of BusyBox and root locked', async () => {
    const out = await inBase(
      'alpine:3.23',
      'cat /etc/alpine-release; grep ^root: /etc/shadow; readlink /bin/cat; readlink /usr/bin/awk; stat -c %a /tmp',
    );
    expect(out.split('\n')).toEqual(['3.23.6', 'root:*::0:::::', '/bin/busybox', '/bin/busybox', '1777']);
  });

  it('installs ca-certificates and tzdata without a network', async () => {
    const out = await inBase(
      'alpine:3.23',
      'apk add --no-cache -q ca-certificates tzdata && TZ=America/New_York date -d @0 +%Z && ls /etc/ssl/certs | wc -l',
    );
    const [zone, certificates] = out.split('\n');
    expect(zone).toBe('EST');
    expect(Number(certificates)).toBeGreaterThan(200);
  });
});

describe('golang:1.27-alpine3.23', () => {
  it('has the pinned Go, no compiler, and the environment of the public image', async () => {
    const out = await inBase(
      'golang:1.27-alpine3.23',
      'go version; command -v gcc || echo none; go env CGO_ENABLED GOTOOLCHAIN GOPATH; pwd; stat -c %a /go /go/bin',
    );
    expect(out.split('\n')).toEqual([
      'go version go1.27.4 linux/amd64',
      'none',
      '0',
      'local',
      '/go',
      '/go',
      '1777',
      '1777',
    ]);
  });

  it('compiles cgo for musl with an unchanged apk add, and the result runs in alpine:3.23', async () => {
    const out = await buildAndRun(engine, join(scratch, 'cgo'), {
      'go.mod': 'module hello\n\ngo 1.27\n',
      'main.go':
        'package main\n\n// static int answer(void) { return 42; }\nimport "C"\nimport "fmt"\n\nfunc main() { fmt.Println(C.answer()) }\n',
      Dockerfile: `FROM ${base('golang:1.27-alpine3.23').ref} AS build
RUN apk add --no-cache gcc libc-dev
WORKDIR /src
COPY go.mod main.go ./
RUN CGO_ENABLED=1 go build -o /out/app .
RUN readelf -l /out/app | grep -o '/lib/ld-[^]]*' > /out/loader && readelf -d /out/app | grep -o '\\[lib.*\\]' > /out/needed
FROM ${base('alpine:3.23').ref}
COPY --from=build /out /out
CMD ["sh", "-c", "/out/app && cat /out/loader /out/needed"]
`,
    });
    expect(out.split('\n')).toEqual(['42', '/lib/ld-musl-x86_64.so.1', '[libc.musl-x86_64.so.1]']);
  });

  it('fails without musl-dev as Alpine does', async () => {
    const out = await inBase(
      'golang:1.27-alpine3.23',
      'apk add --no-cache -q gcc && echo "#include <stdlib.h>" | gcc -E - 2>&1 >/dev/null || true',
    );
    expect(out).toContain('fatal error: stdlib.h: No such file or directory');
  });
});

describe('distroless static', () => {
  it('has the config and the files of the public image', async () => {
    const ref = base('gcr.io/distroless/static-debian13:nonroot');
    expect(await engine.inspectImage(ref.ref)).toMatchObject({
      user: '65532',
      workdir: '/home/nonroot',
      entrypoint: [],
      cmd: [],
      env: [
        'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt',
      ],
    });
    const out = await buildAndRun(engine, join(scratch, 'static'), {
      Dockerfile: `FROM ${ref.ref} AS static
FROM ${base('alpine:3.23').ref}
COPY --from=static / /static
CMD ["sh", "-c", "cd /static && stat -c '%n %a %u' root home/nonroot tmp etc/ssl/certs/ca-certificates.crt && ls var/lib/dpkg/status.d/base-files && grep -c BEGIN etc/ssl/certs/ca-certificates.crt && ls -d bin/sh 2>&1"]
`,
    }).catch((error: unknown) => (error as {stdout: string}).stdout);
    expect(out.split('\n')).toEqual([
      'root 700 0',
      'home/nonroot 700 65532',
      'tmp 1777 0',
      'etc/ssl/certs/ca-certificates.crt 555 0',
      'var/lib/dpkg/status.d/base-files',
      expect.stringMatching(/^1\d\d$/),
      'ls: bin/sh: No such file or directory',
    ]);
  });
});

describe('debian:trixie-slim', () => {
  it('is a complete Debian without anything of this machine', async () => {
    const out = await inBase(
      'debian:trixie-slim',
      '. /etc/os-release; echo $VERSION_CODENAME; dpkg --audit; ls /usr/share/man 2>/dev/null | head -1; cat /usr/sbin/policy-rc.d | tail -1',
    );
    expect(out.split('\n').filter(Boolean)).toEqual(['trixie', 'exit 101']);
    const {packages} = base('debian:trixie-slim').receipt;
    expect(packages).toHaveProperty('apt');
    expect(packages).not.toHaveProperty('perl');
    const archive = await readTar(createReadStream(base('debian:trixie-slim').archive));
    const [layer = ''] = [...archive.keys()].filter((name) => name.endsWith('/layer.tar'));
    const paths = [...(await readTar(Readable.from([bytesOf(archive, layer)]))).keys()];
    expect(paths).toContain('usr/bin/apt-get');
    const foreign =
      /^etc\/(?:hostname|resolv\.conf|.*99mmdebstrap)$|\.bin$|^var\/lib\/apt\/lists\/.*Packages/;
    expect(paths.filter((path) => foreign.test(path))).toEqual([]);
  });
});

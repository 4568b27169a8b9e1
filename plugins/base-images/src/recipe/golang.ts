import {ALPINE_PATH, alpineBuilderLayers, type AlpineRelease} from './alpine';
import {DEBIAN_PATH, debianBuilderRoot} from './debian';
import {TOOLS_PLATFORM} from './platform';
import {REVISIONS} from './revisions';
import type {FilesRecipe, GoRecipe, ImageRecipe, LayerRecipe, Suite} from './types';

export type GoLine = '1.20' | '1.22' | '1.24' | '1.26' | '1.27';

/** Last release of each line and the sum that Go's checksum database has for its toolchain module (linux/amd64). */
export const GO_RELEASES: Readonly<Record<GoLine, {version: string; sum: string}>> = {
  '1.20': {version: '1.20.14', sum: 'h1:8qw1ZS9f0CG9ty0SLWhGEERyjMSNgfMIR+e1g5RRYb0='},
  '1.22': {version: '1.22.12', sum: 'h1:Hdh4VJAlDWzMnhKpqDwqJJr+sE7NgsJ86dyR4wrv2oY='},
  '1.24': {version: '1.24.13', sum: 'h1:5sgfUhn9QCgVl4UYj32GrIYFHI3bi2UX55tNfupXwxc='},
  '1.26': {version: '1.26.8', sum: 'h1:ZOmGe1OnfREDMIdb1Qi4G9JSuDPBLGExZMQ4nis1RXM='},
  '1.27': {version: '1.27.4', sum: 'h1:8Tl0rBb7KdISSdPkZBjlpZxsUBb+004GI/SM2XbmSqI='},
};

/** The same for linux/arm64, of the lines whose images are rebuilt for it. */
const ARM64_SUMS: Readonly<Partial<Record<GoLine, string>>> = {
  '1.27': 'h1:vCmfNA8b+T0RfElhx3mNdgu1UrIuyzZCgTrRiUWLnOI=',
};

/** golang:<line>-<suite> */
export function golangDebianImage(line: GoLine, suite: Suite, platform: string): ImageRecipe {
  return image(line, platform, [debianBuilderRoot(suite)], DEBIAN_PATH, ['bash']);
}

/** golang:<line>-alpine<release> */
export function golangAlpineImage(line: GoLine, release: AlpineRelease, platform: string): ImageRecipe {
  return image(line, platform, alpineBuilderLayers(release, platform), ALPINE_PATH, ['/bin/sh']);
}

function image(
  line: GoLine,
  platform: string,
  below: readonly LayerRecipe[],
  path: string,
  cmd: readonly string[],
): ImageRecipe {
  const {version, sum: amd64} = GO_RELEASES[line];
  const sum = platform === TOOLS_PLATFORM ? amd64 : ARM64_SUMS[line];
  if (sum === undefined) throw new Error(`Go ${version}: there is no sum of its toolchain for ${platform}`);
  const go: GoRecipe = {kind: 'go', revision: REVISIONS.go, version, sum};
  return {
    layers: [...below, go, GOPATH],
    config: {
      env: [
        path.replace('PATH=', 'PATH=/go/bin:/usr/local/go/bin:'),
        `GOLANG_VERSION=${version}`,
        'GOTOOLCHAIN=local',
        'GOPATH=/go',
      ],
      user: '',
      workdir: '/go',
      entrypoint: [],
      cmd,
    },
  };
}

/** Dockerfile-linux.template of docker-library/golang: any user may write there. */
const GOPATH: FilesRecipe = {
  kind: 'files',
  revision: REVISIONS.files,
  files: [
    {path: 'go', type: 'directory', mode: 0o1777},
    {path: 'go/bin', type: 'directory', mode: 0o1777},
    {path: 'go/src', type: 'directory', mode: 0o1777},
  ],
};

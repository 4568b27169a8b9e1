import type {Suite} from '../../base-images/src/recipe/types';

/** By which program a case is tried; the last three build images. */
export type Kind = 'docker' | 'podman' | 'ctr' | 'cri' | 'classic' | 'buildkit' | 'buildah';

export type Runtime = 'runc' | 'crun';

/** One engine of one Debian suite with one runtime; it has a receipt of its own. */
export interface Engine {
  id: string;
  kind: Kind;
  suite: Suite;
  runtime: Runtime;
}

const BOTH: readonly Runtime[] = ['runc', 'crun'];

function engines(kind: Kind, suites: readonly Suite[], runtimes: readonly Runtime[]): Engine[] {
  return suites.flatMap((suite) =>
    runtimes.map((runtime) => ({id: `${kind}-${suite}-${runtime}`, kind, suite, runtime})),
  );
}

/** All that are asked, oldest first. */
export const ENGINES: readonly Engine[] = [
  ...engines('docker', ['bullseye', 'bookworm', 'trixie', 'sid'], BOTH),
  ...engines('podman', ['bookworm', 'trixie'], BOTH),
  ...engines('ctr', ['bookworm', 'trixie', 'sid'], ['runc']),
  ...engines('cri', ['bookworm', 'trixie', 'sid'], BOTH),
  ...engines('classic', ['bookworm', 'trixie', 'sid'], ['runc']),
  ...engines('buildkit', ['bookworm', 'trixie', 'sid'], ['runc']),
  ...engines('buildah', ['bookworm', 'trixie'], ['crun']),
];

export const isBuilder = (kind: Kind): boolean => ['classic', 'buildkit', 'buildah'].includes(kind);

/** Debian packages whose versions decide what an engine says; the first names it. */
export function packagesOf({kind, suite, runtime}: Engine): readonly string[] {
  switch (kind) {
    case 'podman':
      return ['podman', runtime];
    case 'buildah':
      return ['buildah', runtime];
    case 'ctr':
    case 'cri':
      return ['containerd', runtime];
    case 'buildkit':
      return ['docker.io', ...(hasBuildx(suite) ? ['docker-buildx'] : []), 'containerd', runtime];
    default:
      return ['docker.io', 'containerd', runtime];
  }
}

const hasBuildx = (suite: Suite): boolean => suite === 'trixie' || suite === 'sid';

const NAMES: Readonly<Record<Kind, string>> = {
  docker: 'Docker',
  podman: 'Podman',
  ctr: 'ctr of containerd',
  cri: 'Kubernetes (CRI of containerd)',
  classic: 'docker build, classic builder, Docker',
  buildkit: 'docker build, BuildKit, Docker',
  buildah: 'buildah',
};

/** As it is written for readers, with the measured versions. */
export function titleOf(engine: Engine, packages: Readonly<Record<string, string>>): string {
  const [first = ''] = packagesOf(engine);
  const version = (name: string) => upstream(packages[name] ?? '');
  const base = `${NAMES[engine.kind]} ${version(first)}`;
  return isBuilder(engine.kind) ? base : `${base}, ${engine.runtime} ${version(engine.runtime)}`;
}

/** A Debian version as upstream numbers it: 1.0.0~rc93+ds1-5+deb11u5 is 1.0.0-rc93. */
export function upstream(version: string): string {
  return version
    .replace(/^\d+:/, '')
    .replace(/[-+].*$/, '')
    .replace(/~ds\d*$/, '')
    .replace('~', '-');
}

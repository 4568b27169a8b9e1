import type {BuildRequest} from '../types';

interface BuildContext {
  /** `host` where the engine has no bridge; undefined: the engine's default. */
  network: 'host' | undefined;
}

/**
 * Arguments after `docker`. Named contexts stand for the bases, so neither the Dockerfile nor any tag is touched; without
 * provenance and SBOM the id of the result is that of a plain image, and repeated builds give the same one.
 */
export function dockerBuildArguments(
  request: BuildRequest,
  context: BuildContext & {attestations: boolean},
): string[] {
  return [
    ['buildx', 'build', '--load', '--progress=plain'],
    request.builder === undefined ? [] : ['--builder', request.builder],
    context.attestations ? ['--provenance=false', '--sbom=false'] : [],
    common(request, context),
    contexts(request.bases),
    [request.context],
  ].flat();
}

/**
 * Arguments after `podman`. `--format docker` keeps what the OCI format drops (HEALTHCHECK, SHELL).
 * @param limits `--ulimit` values; podman otherwise asks for more than a restricted root may have
 * @param cgroup of the steps; undefined: podman's own choice
 */
export function podmanBuildArguments(
  request: BuildRequest,
  context: BuildContext & {limits: readonly string[]; cgroup?: string | undefined},
): string[] {
  return [
    ['build', '--format', 'docker'],
    isLocalRegistryOnly(Object.values(request.bases)) ? ['--tls-verify=false'] : [],
    context.limits.flatMap((limit) => ['--ulimit', limit]),
    context.cgroup === undefined ? [] : ['--cgroup-parent', context.cgroup],
    common(request, context),
    contexts({...request.bases, ...asWritten(request)}),
    [request.context],
  ].flat();
}

/** buildah looks a named context up before it expands ARGs: `golang:${GO_VERSION}` has to be named just so. */
function asWritten({bases, writtenBases = {}}: BuildRequest): BuildRequest['bases'] {
  const known = Object.entries(writtenBases).flatMap(([written, expanded]) => {
    const ref = bases[expanded];
    return ref === undefined ? [] : [[written, ref] as const];
  });
  return Object.fromEntries(known);
}

function common(request: BuildRequest, context: BuildContext): string[] {
  return [
    context.network === undefined ? [] : ['--network', context.network],
    ['--platform', request.platform, '--file', request.dockerfile, '--tag', request.tag],
    request.target === undefined ? [] : ['--target', request.target],
    request.noCache ? ['--no-cache'] : [],
    Object.entries(request.buildArgs).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
    Object.entries(request.secrets ?? {}).flatMap(([id, file]) => ['--secret', `id=${id},src=${file}`]),
  ].flat();
}

function contexts(bases: BuildRequest['bases']): string[] {
  return Object.entries(bases).flatMap(([name, ref]) => [
    '--build-context',
    `${name}=${ref.includes('://') ? ref : `docker-image://${ref}`}`,
  ]);
}

/** Podman knows no exception for a registry on this machine, which speaks plain HTTP; Docker does. */
function isLocalRegistryOnly(refs: readonly string[]): boolean {
  const pulled = refs.filter((ref) => !ref.startsWith('localhost/'));
  return pulled.length > 0 && pulled.every((ref) => /^(?:localhost|127\.0\.0\.1|\[::1\]):\d+\//.test(ref));
}

import * as z from 'zod';
import {enginePlatform} from '../platform';
import {atLeast} from '../versions';

const Version = z.object({
  Client: z.object({Version: z.string()}).nullish(),
  Server: z
    .object({
      Version: z.string().default(''),
      Os: z.string().default('unknown'),
      Arch: z.string().default('unknown'),
      Components: z
        .array(z.object({Name: z.string(), Version: z.string()}))
        .nullish()
        .transform((components) => components ?? []),
    })
    .nullish(),
});

interface DockerVersion {
  client: string;
  /** Version of the engine, as it writes it. */
  engine: string;
  /** For example "runc 1.1.5+ds1". */
  runtime: string;
  platform: string;
}

/** Named contexts came with the Dockerfile frontend that Docker Engine 23.0 ships. */
const NAMED_CONTEXTS = [23, 0];

/**
 * Reads `docker version --format '{{json .}}'`.
 * @throws Error with the reason why this docker cannot be used
 */
export function parseDockerVersion(json: string): DockerVersion {
  const {Client: client, Server: server} = Version.parse(JSON.parse(json));
  if (server === null || server === undefined) {
    throw new Error('it answers without a Docker Engine behind it (is `docker` an alias of podman?)');
  }
  const podman = server.Components.find(({Name}) => Name.startsWith('Podman'));
  if (podman !== undefined) {
    throw new Error(`behind it is ${podman.Name} ${podman.Version}, which has no BuildKit`);
  }
  const engine =
    server.Version !== ''
      ? server.Version
      : (server.Components.find(({Name}) => Name === 'Engine')?.Version ?? '');
  if (!atLeast(engine, NAMED_CONTEXTS)) {
    throw new Error(`Docker Engine ${engine} was found; named build contexts need 23.0 or newer`);
  }
  const runtime = server.Components.find(({Name}) => Name === 'runc');
  return {
    client: client?.Version ?? '',
    engine,
    runtime: runtime === undefined ? 'unknown' : `runc ${runtime.Version}`,
    platform: enginePlatform(server.Os, server.Arch),
  };
}

/** First buildx with `--build-context`. */
const BUILD_CONTEXT = [0, 8];
/** First buildx with `--provenance` and `--sbom`. */
const ATTESTATIONS = [0, 10];

interface BuildxVersion {
  version: string;
  attestations: boolean;
}

/**
 * Reads `docker buildx version`: "github.com/docker/buildx 0.13.1+ds1 …" or with a "v" before the number.
 * @throws Error with the reason why this buildx cannot be used
 */
export function parseBuildxVersion(text: string): BuildxVersion {
  const version = /buildx\s+v?(\d\S*)/.exec(text)?.[1];
  if (version === undefined) {
    throw new Error(`\`docker buildx version\` gave no version: ${text.trim()}`);
  }
  if (!atLeast(version, BUILD_CONTEXT)) {
    throw new Error(`buildx ${version} was found; named build contexts need 0.8 or newer`);
  }
  return {version, attestations: atLeast(version, ATTESTATIONS)};
}

/**
 * Name of the builder for receipts. Distributions build the engine without BuildKit's version ("v0.0.0+unknown"), and then
 * the engine's own says which BuildKit it is.
 */
export function builderName(
  inspected: string,
  version: Pick<DockerVersion, 'engine'>,
  buildx: Pick<BuildxVersion, 'version'>,
): string {
  const buildkit = /^BuildKit(?: version)?:\s*v?(\d\S*)/m.exec(inspected)?.[1];
  const known = buildkit !== undefined && !buildkit.startsWith('0.0.0');
  return `BuildKit ${known ? buildkit : `of Docker ${version.engine}`} (buildx ${buildx.version})`;
}

import {ask, whyFailed, type Cli} from '../cli/cli';
import {builderName, parseBuildxVersion, parseDockerVersion} from './version';

/** A probe must never hang detection, for example on an ssh:// host that is down. */
const PROBE_MS = 5_000;

export interface DockerFacts {
  version: string;
  builder: string;
  runtime: string;
  platform: string;
  attestations: boolean;
  /** Builder of the engine itself: a container builder that the user chose has no access to the engine's images. */
  builderOfEngine: string;
}

/**
 * Asks a docker command line what stands behind it.
 * @param timeoutMs for each of four questions
 * @throws Error with the reason why it cannot be used
 */
export async function probeDocker(
  cli: Cli,
  signal: AbortSignal,
  timeoutMs: number = PROBE_MS,
): Promise<DockerFacts> {
  const question = async (args: readonly string[], missing?: string): Promise<string> => {
    const answer = await ask(cli, args, {signal, timeoutMs});
    if (answer.exit !== 0) {
      throw new Error(missing ?? whyFailed(answer, timeoutMs));
    }
    return answer.stdout;
  };
  const version = parseDockerVersion(await question(['version', '--format', '{{json .}}']));
  const buildx = parseBuildxVersion(
    await question(
      ['buildx', 'version'],
      `the docker client ${version.client} has no buildx (package docker-buildx or docker-buildx-plugin), and without it builds go to the legacy builder`,
    ),
  );
  const builderOfEngine = (await question(['context', 'show'])).trim();
  const builder = await question(['buildx', 'inspect', builderOfEngine]);
  return {
    version: version.engine,
    runtime: version.runtime,
    platform: version.platform,
    builder: builderName(builder, version, buildx),
    attestations: buildx.attestations,
    builderOfEngine,
  };
}

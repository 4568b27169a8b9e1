import {existsSync} from 'node:fs';
import {ask, whyFailed, type Cli} from '../cli/cli';
import {parsePodmanInfo} from './version';

const PROBE_MS = 5_000;
/** The first call on a new store sets it up. */
const FIRST_MS = 30_000;

export interface PodmanFacts {
  version: string;
  builder: string;
  runtime: string;
  platform: string;
  /** `--runtime` to put before the arguments, where the default one cannot run here. */
  runtimeFlags: readonly string[];
  /** cgroup v1, on which podman does not tell that memory ran out. */
  silentOutOfMemory: boolean;
  remote: boolean;
}

/**
 * Asks a podman command line what it is and which runtime it can use here.
 * @throws Error with the reason why it cannot be used
 */
export async function probePodman(
  cli: Cli,
  signal: AbortSignal,
  {firstUse, hybrid = isHybridCgroup}: {firstUse: boolean; hybrid?: () => boolean},
): Promise<PodmanFacts> {
  const info = async (flags: readonly string[]): ReturnType<typeof inform> =>
    inform(cli, flags, signal, firstUse);
  const plain = await info([]);
  const unable = plain.runtime.name === 'crun' && !plain.remote && hybrid();
  const flags = unable ? ['--runtime', 'runc'] : [];
  const used = unable
    ? await info(flags).catch((error: unknown) => {
        throw new Error('crun cannot run on this machine (hybrid cgroups); install runc', {cause: error});
      })
    : plain;
  return {
    version: used.version,
    builder: used.buildah,
    runtime: used.runtime.version,
    platform: used.platform,
    runtimeFlags: flags,
    silentOutOfMemory: used.cgroupVersion === 'v1',
    remote: used.remote,
  };
}

async function inform(
  cli: Cli,
  flags: readonly string[],
  signal: AbortSignal,
  firstUse: boolean,
): Promise<ReturnType<typeof parsePodmanInfo>> {
  const timeoutMs = firstUse ? FIRST_MS : PROBE_MS;
  const answer = await ask(cli, [...flags, 'info', '--format', 'json'], {signal, timeoutMs});
  if (answer.exit !== 0) {
    throw new Error(whyFailed(answer, timeoutMs));
  }
  return parsePodmanInfo(answer.stdout);
}

/** cgroup v1 controllers with a v2 tree beside them: crun refuses ("cgroups in hybrid mode not supported"). */
function isHybridCgroup(): boolean {
  return (
    existsSync('/sys/fs/cgroup/unified/cgroup.procs') && !existsSync('/sys/fs/cgroup/cgroup.controllers')
  );
}

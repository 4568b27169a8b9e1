import type {Environment} from '../process/process';
import type {RunRequest} from '../types';

/** What differs between the engines when a container is run. */
export interface RunFlavour {
  /** Options that give the same container as the other engine does by default. */
  extra: readonly string[];
  /** Kernel settings of a container that has a network namespace of its own, unless the request sets them. */
  sysctls: Readonly<Record<string, string>>;
  /** Added to the options of each tmpfs. */
  tmpfs: string;
  /** Environment of the command line itself, for what no option says. */
  env?: Environment;
}

/** Docker's defaults are the reference. */
export const DOCKER_RUN: RunFlavour = {extra: [], sysctls: {}, tmpfs: ''};

/**
 * Podman: no tmpfs but the ones asked for, none of the host's proxy settings, no user added to the image's passwd, and only
 * the environment of the image. Limits must be said, since podman otherwise asks for ones that root without CAP_SYS_RESOURCE
 * may not set ("error setting rlimit type 6").
 *
 * @param limits - The highest that may be set, as values of `--ulimit`
 */
export function podmanRun(limits: readonly string[]): RunFlavour {
  return {
    extra: [
      ['--read-only-tmpfs=false', '--passwd=false', '--http-proxy=false'],
      ['--unsetenv', 'container', '--unsetenv', 'TERM'],
      limits.flatMap((limit) => ['--ulimit', limit]),
    ].flat(),
    // Docker's default since 20.10 (moby daemon/oci_linux.go): any user may listen on any port.
    sysctls: {'net.ipv4.ip_unprivileged_port_start': '0'},
    tmpfs: ':notmpcopyup',
  };
}

export interface RunContext {
  flavour: RunFlavour;
  /** `--label` values. */
  labels: readonly string[];
}

/**
 * Arguments after `docker` or `podman` that run one container: what the request asks for, word for word, and before it what
 * can't change an outcome: a name, labels, bounds that keep a runaway in. Nothing is pulled, and nothing is logged by the
 * engine (`--log-driver none`): a flood would fill the disk before it is noticed.
 */
export function runArguments(request: RunRequest, {flavour, labels}: RunContext): string[] {
  const {name, platform, memory, pids, image, options, args} = request;
  return [
    ['run', '--name', name],
    labels.flatMap((label) => ['--label', label]),
    ['--pull', 'never', '--log-driver', 'none'],
    memory === undefined ? [] : ['--memory', memory, '--memory-swap', memory],
    pids === undefined ? [] : ['--pids-limit', String(pids)],
    platform === undefined ? [] : ['--platform', platform],
    flavour.extra,
    sysctls(options, flavour),
    options.map((word, index) => (options[index - 1] === '--tmpfs' ? `${word}${flavour.tmpfs}` : word)),
    [image, ...args],
  ].flat();
}

/** A network namespace of its own has the other engine's settings, unless the request sets them. */
function sysctls(options: readonly string[], flavour: RunFlavour): string[] {
  const own = options.some((word, index) => word === 'none' && options[index - 1] === '--network');
  if (!own) return [];
  return Object.entries(flavour.sysctls)
    .filter(([name]) => !options.some((word) => word.startsWith(`${name}=`)))
    .flatMap(([name, value]) => ['--sysctl', `${name}=${value}`]);
}

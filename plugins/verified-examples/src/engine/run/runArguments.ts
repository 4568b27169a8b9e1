import type {RunRequest} from '../types';

/** What differs between the engines when a container is run. */
export interface RunFlavour {
  /** Options that give the same container as the other engine does by default. */
  extra: readonly string[];
  /** Kernel settings of a container that has a network namespace of its own, unless the request sets them. */
  sysctls: Readonly<Record<string, string>>;
  /** Added to the options of each tmpfs. */
  tmpfs: string;
}

/** Docker's defaults are the reference. */
export const DOCKER_RUN: RunFlavour = {extra: [], sysctls: {}, tmpfs: ''};

/**
 * Podman: no tmpfs but the ones asked for, none of the host's proxy settings, no user added to the image's passwd, and only
 * the environment of the image. `nproc` must be said, since podman otherwise asks for a limit that root without
 * CAP_SYS_RESOURCE may not set ("error setting rlimit type 6").
 * @param processes the highest `nproc` that may be set
 */
export function podmanRun(processes: number): RunFlavour {
  return {
    extra: [
      ['--read-only-tmpfs=false', '--passwd=false', '--http-proxy=false'],
      ['--unsetenv', 'container', '--unsetenv', 'TERM'],
      ['--ulimit', `nproc=${processes}:${processes}`],
    ].flat(),
    // Docker's default since 20.10 (moby daemon/oci_linux.go): any user may listen on any port.
    sysctls: {'net.ipv4.ip_unprivileged_port_start': '0'},
    tmpfs: ',notmpcopyup',
  };
}

export interface RunContext {
  flavour: RunFlavour;
  /** `--label` values. */
  labels: readonly string[];
  /** Files mounted unless the request mounts something at the same path. */
  defaultMounts: Readonly<Record<string, string>>;
  /** Keeps stdin open although the request has no text for it. */
  interactive: boolean;
}

/**
 * Arguments after `docker` or `podman` that run one locked-down container: read-only root, no capabilities, no new
 * privileges, no network of its own, bounded memory (swap included), processes, files and core dumps. Nothing is logged by the
 * engine (`--log-driver none`): a flood would fill the disk before it is noticed.
 */
export function runArguments(request: RunRequest, context: RunContext): string[] {
  const [program, ...before] = request.entrypoint ?? [];
  return [
    ['run', '--name', request.name],
    context.labels.flatMap((label) => ['--label', label]),
    ['--pull', 'never', '--read-only', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
    ['--memory', request.memory, '--memory-swap', request.memory, '--pids-limit', String(request.pids)],
    ['--ulimit', `nofile=${openFiles(request)}`, '--ulimit', 'core=0', '--log-driver', 'none'],
    ['--network', request.network === 'none' ? 'none' : `container:${request.network.container}`],
    sysctls(request, context.flavour),
    request.seccomp === undefined ? [] : ['--security-opt', `seccomp=${request.seccomp}`],
    context.flavour.extra,
    request.tmpfs.flatMap((path) => ['--tmpfs', `${path}:${TMPFS}${context.flavour.tmpfs}`]),
    Object.entries({...context.defaultMounts, ...request.mounts}).flatMap(([target, source]) => [
      '--mount',
      bindMount(source, target),
    ]),
    Object.entries(request.env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    request.user === undefined ? [] : ['--user', request.user],
    request.platform === undefined ? [] : ['--platform', request.platform],
    request.stdin === undefined && !context.interactive ? [] : ['--interactive'],
    program === undefined ? [] : ['--entrypoint', program],
    [request.image, ...before, ...request.args],
  ].flat();
}

function openFiles({openFiles: both}: RunRequest): string {
  return both === undefined ? '1024:4096' : `${both}:${both}`;
}

function sysctls({network, sysctls: asked}: RunRequest, flavour: RunFlavour): string[] {
  const all = {...(network === 'none' ? flavour.sysctls : {}), ...asked};
  return Object.entries(all).flatMap(([name, value]) => ['--sysctl', `${name}=${value}`]);
}

/** Docker's own defaults for a tmpfs, bounded, and spelled out so that Podman's are the same. */
const TMPFS = 'rw,noexec,nosuid,nodev,size=64m,mode=1777';

/** `--mount` rather than `--volume`: it fails when the source is missing, where `--volume` makes an empty directory. */
function bindMount(source: string, target: string): string {
  return ['type=bind', `source=${source}`, `target=${target}`, 'readonly'].map(csvField).join(',');
}

/** Both engines read `--mount` as one line of comma separated values. */
function csvField(field: string): string {
  return /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

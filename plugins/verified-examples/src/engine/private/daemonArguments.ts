export interface DaemonPaths {
  /** Socket that clients connect to. */
  socket: string;
  /** Images and build cache; kept between runs. */
  data: string;
  /** Configuration file of ours: the machine's own /etc/docker/daemon.json must not be read. */
  config: string;
  /** Locked for as long as any process of the daemon lives. */
  lock: string;
  /** Parent of all control groups, a name below the root. */
  cgroup: string;
}

/** In the daemon's own mount namespace: what it puts there vanishes with it. */
const VOLATILE = '/run/containerd';

/**
 * First process of the daemon's pid namespace. The shell stays, since the first process has to collect orphans, which dockerd
 * does not. containerd puts the sockets of its shims into /run/containerd whatever it is told.
 */
const FIRST = `
mkdir -p ${VOLATILE} && mount -t tmpfs -o mode=0711 tmpfs ${VOLATILE} || exit 70
"$@" &
wait $!
`;

/** Seconds dockerd gives containers when it ends; ours are removed before. */
const SHUTDOWN_SECONDS = '2';

/**
 * The command of a daemon that cannot outlive its owner. It gets SIGKILL when we end (PR_SET_PDEATHSIG), it is the first of a
 * pid namespace, with which the kernel ends every container and build step, and it mounts in a namespace of its own, with
 * which every mount goes. It has no bridge and leaves the firewall alone.
 */
export function daemonArguments(dockerd: string, paths: DaemonPaths): string[] {
  return [
    ['setpriv', '--pdeathsig', 'KILL'],
    ['flock', '--no-fork', '--timeout', '20', '--conflict-exit-code', '75', paths.lock],
    ['unshare', '--mount', '--propagation', 'slave', '--pid', '--fork', '--kill-child=KILL', '--mount-proc'],
    ['sh', '-c', FIRST, 'sh'],
    [dockerd, '--host', `unix://${paths.socket}`, '--data-root', paths.data, '--config-file', paths.config],
    ['--exec-root', `${VOLATILE}/engine`, '--pidfile', `${VOLATILE}/engine.pid`],
    ['--cgroup-parent', `/${paths.cgroup}`, '--exec-opt', 'native.cgroupdriver=cgroupfs'],
    ['--bridge', 'none', '--iptables=false', '--ip6tables=false', '--shutdown-timeout', SHUTDOWN_SECONDS],
  ].flat();
}

/**
 * Image ids stay digests of the image's configuration, as the catalogue of bases records them; with the containerd store,
 * default for new installations from Docker 29 on, they would be digests of manifests.
 */
export const DAEMON_CONFIG = {features: {'containerd-snapshotter': false}};

import type {Suite} from '../../base-images/src/recipe/types';
import type {Engine} from './engines';

const ENGINES = ['containerd', 'crun', 'docker.io', 'runc'];
const PODMAN = ['buildah', 'podman'];

/** bookworm's root is where the programs of the cases are built and where they get a shell and a libc from. */
export const PACKAGES: Readonly<Record<Suite, readonly string[]>> = {
  bullseye: ENGINES,
  bookworm: [...ENGINES, ...PODMAN, 'busybox-static', 'gcc', 'libc6-dev'],
  trixie: [...ENGINES, ...PODMAN, 'docker-buildx', 'docker-cli'],
  sid: [...ENGINES, 'docker-buildx', 'docker-cli'],
};

/** Files of the root, a daemon to start, a command that answers once it is ready, and how an image is loaded. */
interface Setup {
  files: Readonly<Record<string, string>>;
  daemon: string | null;
  ready: string;
  /** `FILE` is an archive. */
  load: string;
}

/** Group of all control groups, so that they are found afterwards. */
export const CGROUP = 'engine-words';

/** How an engine is set up. */
export function setupOf({kind, runtime}: Engine): Setup {
  switch (kind) {
    case 'podman':
    case 'buildah':
      return {
        files: {'etc/containers/containers.conf': podmanConfig(runtime)},
        daemon: null,
        ready: `${kind} version`,
        load: kind === 'podman' ? 'podman load --input FILE' : 'buildah pull docker-archive:FILE',
      };
    case 'ctr':
    case 'cri':
      return {
        files: {
          'etc/containerd/config.toml': containerdConfig(runtime),
          'etc/crictl.yaml': 'runtime-endpoint: unix:///run/containerd/containerd.sock\n',
        },
        daemon: 'containerd',
        ready: kind === 'cri' ? 'crictl version' : 'ctr version',
        load: `ctr ${kind === 'cri' ? '--namespace k8s.io ' : ''}images import FILE`,
      };
    default:
      return {
        files: {'etc/docker/daemon.json': dockerConfig(runtime)},
        daemon: 'dockerd',
        ready: 'docker version',
        load: 'docker load --input FILE',
      };
  }
}

/** Without a bridge, firewall or network: cases need none. */
function dockerConfig(runtime: string): string {
  return JSON.stringify({
    ...{bridge: 'none', iptables: false, 'cgroup-parent': `/${CGROUP}`},
    'exec-opts': ['native.cgroupdriver=cgroupfs'],
    ...(runtime === 'runc' ? {} : {'default-runtime': runtime, runtimes: {[runtime]: {path: runtime}}}),
  });
}

/** Limits that a root without CAP_SYS_RESOURCE may set, no systemd, and the log in a file. */
function podmanConfig(runtime: string): string {
  return `[containers]
default_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]
netns = "host"
log_driver = "k8s-file"
[engine]
runtime = "${runtime}"
cgroup_manager = "cgroupfs"
events_logger = "file"
`;
}

/** In the notation of containerd 1.x, which 2.x reads too. */
function containerdConfig(runtime: string): string {
  const cri = 'plugins."io.containerd.grpc.v1.cri"';
  return `version = 2
[${cri}]
  sandbox_image = "docker.io/library/pause:latest"
  restrict_oom_score_adj = true
  disable_apparmor = true
[${cri}.containerd.runtimes.runc]
  runtime_type = "io.containerd.runc.v2"
[${cri}.containerd.runtimes.runc.options]
  BinaryName = "/usr/${runtime === 'runc' ? 'sbin' : 'bin'}/${runtime}"
`;
}

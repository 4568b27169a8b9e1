import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {lastLines} from '../../base-images/src/machine/lastLines';
import {messageOf} from '../../verified-examples/src/messageOf';
import type {Engine} from './engines';
import type {Session} from './session';

/** Files of the root, a daemon to start, a command that answers once it is ready, and how an image is loaded. */
interface Setup {
  files: Readonly<Record<string, string>>;
  daemon: string | null;
  ready: string;
  /** `FILE` is an archive. */
  load: string;
}

const READY_MS = 60_000;
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

/**
 * Configures and starts an engine in its root, and loads the images.
 * @throws Error with the end of its log when it does not get ready
 */
export async function startEngine(
  engine: Engine,
  session: Session,
  images: readonly string[],
): Promise<void> {
  const {files, daemon, ready, load} = setupOf(engine);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(session.folder, path)), {recursive: true});
    writeFileSync(join(session.folder, path), text);
  }
  await mustRun(session, 'cp --recursive /words/etc /');
  if (daemon !== null) session.start(daemon);
  const limit = performance.now() + READY_MS;
  while ((await session.run(ready)).exit !== 0 && performance.now() < limit) await delay(200);
  try {
    await mustRun(session, ready);
    for (const name of images) await mustRun(session, load.replace('FILE', `/words/images/${name}.tar`));
  } catch (error) {
    throw new Error(`it is not ready: ${messageOf(error)}\nthe end of its log:\n${logOf(session)}`);
  }
}

/** @throws Error when the command fails, with what it said */
export async function mustRun(session: Session, command: string): Promise<string> {
  const {exit, stdout, stderr} = await session.run(command);
  if (exit !== 0) throw new Error(`${command}: exit code ${exit}\n${stderr}${stdout}`);
  return stdout;
}

function logOf({folder}: Session): string {
  const file = join(folder, 'daemon.log');
  return existsSync(file) ? lastLines(readFileSync(file, 'utf8'), 20) : 'it has none';
}

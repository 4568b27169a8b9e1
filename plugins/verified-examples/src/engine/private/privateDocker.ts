import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import * as z from 'zod';
import type {Cli} from '../cli/cli';
import {createDocker} from '../docker/docker';
import {probeDocker} from '../docker/probe';
import {messageOf} from '../../messageOf';
import {killGroup} from '../process/process';
import {processStartTime} from '../process/procfs';
import {quote} from '../../shell';
import type {ByHand, Engine} from '../types';
import {dockerBinaries} from './binaries';
import {boundProcesses, cgroupName, cgroupRemoval, removeCgroups} from './cgroups';
import {startDaemon, type Daemon} from './daemon';
import {DAEMON_CONFIG} from './daemonArguments';
import {holdLock} from '../../../../base-images/src/machine/lock';

interface PrivateDockerOptions {
  /** Directory of its own: programs, images and build cache; kept between runs. */
  directory: string;
  signal: AbortSignal;
  onProgress: (line: string) => void;
}

/** Our own daemon has just been started, perhaps on a busy machine: it is slow rather than unreachable. */
const PATIENCE_MS = 30_000;

/**
 * A Docker Engine of the project, which ends with this process. One process uses a directory at a time, since two daemons
 * cannot share their data; a second one waits. What a daemon of an ended process left is removed first.
 * @throws Error with what is missing; the machine is then as it was
 */
export async function openPrivateDocker(options: PrivateDockerOptions): Promise<Engine> {
  const {directory, signal, onProgress} = options;
  mkdirSync(directory, {recursive: true, mode: 0o700});
  const lock = await holdLock(join(directory, 'lock'), {
    signal,
    onWait: () => {
      onProgress('another process uses the private Docker Engine; waiting for it');
    },
  });
  const cgroup = cgroupName(directory);
  const note = join(directory, 'daemon.json');
  await removeStale(note, cgroup);
  // A socket's path may have 107 bytes at most, which a cache directory can exceed.
  const sockets = mkdtempSync(join(tmpdir(), 'cgo-docker-'));
  const socket = join(sockets, 'docker.sock');
  const log = join(directory, 'dockerd.log');
  let daemon: Daemon | undefined;
  const close = async (): Promise<void> => {
    const lastWords = daemon?.lastWords();
    if (lastWords !== undefined) onProgress(`dockerd had ended by itself: ${lastWords}\nits log: ${log}`);
    await daemon?.stop();
    rmSync(sockets, {recursive: true, force: true});
    rmSync(note, {force: true});
    await lock.release();
  };
  try {
    const binaries = await dockerBinaries({
      ...options,
      target: join(directory, 'root'),
      config: join(directory, 'client'),
    });
    const config = join(directory, 'dockerd.json');
    writeFileSync(config, `${JSON.stringify(DAEMON_CONFIG)}\n`);
    const prefix = [binaries.docker, '--config', binaries.config, '--host', `unix://${socket}`];
    // DOCKER_CONTEXT would win over --host, and a builder of the user's is not this engine's.
    const cli: Cli = {prefix, env: {DOCKER_CONTEXT: undefined, DOCKER_HOST: undefined}};
    onProgress('starting the private Docker Engine');
    boundProcesses(cgroup);
    daemon = await startDaemon({
      dockerd: binaries.dockerd,
      path: binaries.path,
      paths: {socket, config, data: join(directory, 'data'), lock: join(directory, 'daemon.lock'), cgroup},
      log,
      client: cli,
      signal,
    });
    writeFileSync(note, JSON.stringify({pid: daemon.pid, started: processStartTime(daemon.pid), sockets}));
    const facts = await probeDocker(cli, signal, PATIENCE_MS);
    const byHand: ByHand = {
      prefix: [binaries.docker, '--config', binaries.config],
      env: {BUILDX_BUILDER: undefined},
      reopen: {command: 'npm run engine', env: {DOCKER_HOST: `unix://${socket}`}},
    };
    const cleanup = cleanupText(sockets, cgroup);
    return createDocker({cli, facts, private: {shutdown: close, cleanup, byHand}});
  } catch (error) {
    await close().catch((second: unknown) => {
      onProgress(`Cleaning up failed too: ${messageOf(second)}`);
    });
    throw error;
  }
}

const Note = z.object({pid: z.number(), started: z.string().optional(), sockets: z.string()});

/** The kernel ends a daemon with its owner; this is for what that cannot reach: a file, empty groups, a stopped process. */
async function removeStale(note: string, cgroup: string): Promise<void> {
  const read = Note.safeParse(readJson(note));
  if (read.success) {
    const {pid, started, sockets} = read.data;
    if (started !== undefined && processStartTime(pid) === started) {
      killGroup(pid, 'SIGKILL');
    }
    rmSync(sockets, {recursive: true, force: true});
    rmSync(note, {force: true});
  }
  await removeCgroups(cgroup);
}

/** Shell text for the watchdog, run after we and the daemon were killed. */
export function cleanupText(sockets: string, cgroup: string): string {
  return [`rm -rf -- ${quote(sockets)}`, cgroupRemoval(cgroup)].join('\n');
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

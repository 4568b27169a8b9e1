import {createHash} from 'node:crypto';
import {hostname} from 'node:os';
import {pidNamespace, processStartTime} from './process/procfs';

/** Every image of this project lies under this name, so that none of a user's is ever touched. */
const IMAGE_NAMESPACE = 'localhost/cgo-field-guide';

/** Images made in a run and removed after it. */
const RUN_IMAGES = `${IMAGE_NAMESPACE}/run/`;

/** Who owns a container or an image: one process on one machine. */
export interface RunIdentity {
  /** `<machine>-<pid>-<start>`, fit for an image tag and for a container name. */
  readonly run: string;
  readonly machine: string;
  readonly pid: number;
  /** Start time of the process in clock ticks; `0` where the system does not tell. */
  readonly started: string;
}

/** Identity of this process. */
export function ownIdentity(): RunIdentity {
  const machine = machineId(hostname(), pidNamespace());
  const started = processStartTime(process.pid) ?? '0';
  return {run: `${machine}-${process.pid}-${started}`, machine, pid: process.pid, started};
}

/** Eight hex digits for a machine and pid namespace: in another one a pid means another process. */
export function machineId(host: string, namespace: string): string {
  return createHash('sha256').update(`${host}\n${namespace}`).digest('hex').slice(0, 8);
}

/** Reads a run id back; undefined when it is none of ours. */
export function parseRun(run: string): RunIdentity | undefined {
  const match = /^([0-9a-f]{8})-(\d+)-(\d+)$/.exec(run);
  const [, machine, pid, started] = match ?? [];
  return machine === undefined || pid === undefined || started === undefined
    ? undefined
    : {run, machine, pid: Number(pid), started};
}

/** `--label` values of a container: the run, and its process for people who look. */
export function labels(identity: RunIdentity): string[] {
  return [`guide.cgo.run=${identity.run}`, `guide.cgo.pid=${identity.pid}@${identity.started}`];
}

/** Name for an image made in this run; sweep() removes it, also after a crash. */
export function runImage(identity: RunIdentity, name: string): string {
  return `${RUN_IMAGES}${name}:${identity.run}`;
}

/** Name for another image made beside one of a run. */
export function besideImage(image: string, name: string): string {
  const run = image.lastIndexOf(':');
  return `${image.slice(0, run)}-${name}${image.slice(run)}`;
}

/** The run that made an image, by its name; undefined for every other image. */
export function runOfImage(ref: string): RunIdentity | undefined {
  return ref.startsWith(RUN_IMAGES) ? parseRun(ref.slice(ref.lastIndexOf(':') + 1)) : undefined;
}

/**
 * Whether what a run owns is to be removed: it is this run's own, or its process is gone. A run of another machine that
 * shares the engine is left alone: from here nobody can tell whether it lives.
 */
export function isSweepable(
  owner: RunIdentity,
  self: RunIdentity,
  startTime: (pid: number) => string | undefined = livingStartTime,
): boolean {
  return owner.run === self.run || (owner.machine === self.machine && startTime(owner.pid) !== owner.started);
}

function livingStartTime(pid: number): string | undefined {
  const started = processStartTime(pid);
  if (started !== undefined || process.platform === 'linux') {
    return started;
  }
  try {
    process.kill(pid, 0);
    return '0';
  } catch {
    return undefined;
  }
}

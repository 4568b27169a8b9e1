import {readdirSync, readFileSync, readlinkSync} from 'node:fs';

/**
 * When a process started, in clock ticks since boot, or undefined when it is gone (a zombie is gone too).
 * A pid alone is no identity: pids are used again. Field 22 of /proc/PID/stat, see proc(5).
 */
export function processStartTime(pid: number): string | undefined {
  const stat = readOr(`/proc/${pid}/stat`, '');
  // The second field is the name in brackets, and a name may hold blanks and brackets of its own.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return stat === '' || fields[0] === 'Z' ? undefined : fields[19];
}

/** Pids of the direct children of a process; empty where the kernel does not tell. */
export function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readOr(`/proc/${pid}/task/${thread}/children`, '')
        .split(' ')
        .filter((text) => text !== '')
        .map(Number),
    );
  } catch {
    return [];
  }
}

/** Names the pid namespace, in which a pid has its meaning; empty where there is none. */
export function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** Hard limit of this process by its name in /proc/self/limits; undefined: none, or not known. */
export function hardLimit(name: 'Max open files' | 'Max processes'): number | undefined {
  const line = readOr('/proc/self/limits', '')
    .split('\n')
    .find((candidate) => candidate.startsWith(name));
  const hard = line?.slice(name.length).trim().split(/\s+/)[1];
  return hard === undefined || !/^\d+$/.test(hard) ? undefined : Number(hard);
}

/** Highest pid the kernel gives out; podman lowers its own process limit to it. */
export function pidMax(): number | undefined {
  const text = readOr('/proc/sys/kernel/pid_max', '').trim();
  return text === '' ? undefined : Number(text);
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return otherwise;
  }
}

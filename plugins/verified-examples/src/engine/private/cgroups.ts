import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, rmdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';

/** A process that was just killed counts until the kernel has buried it. */
const ATTEMPTS = 10;
const PAUSE_MS = 50;

/** Processes and threads of all that a private engine builds and runs; a container has a limit of its own below that. */
const PROCESSES = 4096;

const ROOT = '/sys/fs/cgroup';

/** Control group of what a private engine builds and runs, by the engine's directory. */
export function cgroupName(directory: string): string {
  return `cgo-field-guide-${createHash('sha256').update(directory).digest('hex').slice(0, 8)}`;
}

/**
 * Makes the group and bounds how many processes it may have, since neither engine bounds those of a build.
 * @param name of the group, directly below the root
 * @returns whether it could: not where the hierarchy may not be written, and builds are then bounded by their time alone
 */
export function boundProcesses(name: string, root = ROOT): boolean {
  const unified = join(root, 'cgroup.subtree_control');
  const group = existsSync(unified) ? join(root, name) : join(root, 'pids', name);
  try {
    if (existsSync(unified)) writeFileSync(unified, '+pids');
    mkdirSync(group, {recursive: true});
    writeFileSync(join(group, 'pids.max'), String(PROCESSES));
    return true;
  } catch {
    return false;
  }
}

/** Shell text that removes the groups as removeCgroups() does, for when we were killed. */
export function cgroupRemoval(name: string): string {
  const groups = `${ROOT}/${name} ${ROOT}/*/${name}`;
  return `for i in 1 2 3; do for g in ${groups}; do [ ! -d "$g" ] || find "$g" -depth -type d -exec rmdir {} +; done; sleep 0.2; done`;
}

/**
 * Removes the empty groups that an engine leaves when it is killed: one tree on cgroup v2, one for each controller on v1. The
 * kernel refuses a group that still has a process.
 * @param name of the parent group, directly below the root
 */
export async function removeCgroups(name: string, root = ROOT): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const groups = ['', ...directories(root)]
      .map((parent) => join(root, parent, name))
      .filter((path) => existsSync(path));
    if (groups.length === 0) {
      return;
    }
    groups.forEach(removeTree);
    await delay(PAUSE_MS);
  }
}

function removeTree(path: string): void {
  for (const child of directories(path)) {
    removeTree(join(path, child));
  }
  try {
    rmdirSync(path);
  } catch {
    // Still in use, or gone already.
  }
}

function directories(path: string): string[] {
  try {
    return readdirSync(path, {withFileTypes: true})
      .filter((entry) => entry.isDirectory())
      .map(({name}) => name);
  } catch {
    return [];
  }
}

import {createHash} from 'node:crypto';
import {existsSync, readdirSync, rmdirSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';

/** A process that was just killed counts until the kernel has buried it. */
const ATTEMPTS = 10;
const PAUSE_MS = 50;

/** Control group that everything of a private daemon lies in, by the daemon's directory. */
export function cgroupName(directory: string): string {
  return `cgo-field-guide-${createHash('sha256').update(directory).digest('hex').slice(0, 8)}`;
}

/**
 * Removes the empty groups that a daemon leaves when it is killed: one tree on cgroup v2, one for each controller on v1. The
 * kernel refuses a group that still has a process.
 * @param name of the parent group, directly below the root
 */
export async function removeCgroups(name: string, root = '/sys/fs/cgroup'): Promise<void> {
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

import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {cgroupName} from '../../private/cgroups';

/** Command lines of living processes that contain a text, our watchdogs aside; zombies have none. */
export function processesWith(text: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .map((pid) => commandLine(pid))
    .filter((line) => line.includes(text) && !line.includes(' cleanup guide.cgo.run='));
}

/** The same for what the command line begins with: the program itself, not the client that was told to run it. */
export function programs(start: string): string[] {
  return processesWith(start).filter((line) => line.startsWith(start));
}

/** Mount points that contain a text. */
export function mountsWith(text: string): string[] {
  return readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .filter((line) => line.includes(text));
}

/** Control groups of a private daemon, on either version of the hierarchy. */
export function cgroupsOf(directory: string): string[] {
  const root = '/sys/fs/cgroup';
  return ['', ...readdirSync(root)]
    .map((tree) => join(root, tree, cgroupName(directory)))
    .filter((path) => existsSync(path));
}

/** Waits until a condition holds; the value it then had. */
export async function until<T>(what: string, probe: () => T | undefined, limitMs = 15_000): Promise<T> {
  const giveUp = performance.now() + limitMs;
  for (;;) {
    const value = probe();
    if (value !== undefined) {
      return value;
    }
    if (performance.now() > giveUp) {
      throw new Error(`not within ${limitMs / 1000} s: ${what}`);
    }
    await delay(50);
  }
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

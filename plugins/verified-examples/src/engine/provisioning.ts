import {accessSync, constants, existsSync} from 'node:fs';
import {join} from 'node:path';

/** What decides whether this program may fetch an engine by itself. */
export interface MachineFacts {
  platform: NodeJS.Platform;
  root: boolean;
  apt: boolean;
  /** systemd runs: a machine that somebody administers. */
  systemd: boolean;
  ci: boolean;
  /** CGO_FIELD_GUIDE_PROVISION: `1` allows, `0` forbids, else the rule decides. */
  wish: string | undefined;
}

/**
 * Why no engine may be fetched here; undefined: it may. On a disposable machine (a container or CI, as root, with apt) that is
 * a help; on somebody's laptop it would be a surprise, so there it must be asked for.
 */
export function whyNotProvision(facts: MachineFacts): string | undefined {
  if (facts.wish === '0') {
    return 'forbidden by CGO_FIELD_GUIDE_PROVISION=0';
  }
  if (facts.platform !== 'linux') {
    return 'only Linux can run one';
  }
  if (!facts.root) {
    return 'it needs root';
  }
  if (facts.wish === '1') {
    return undefined;
  }
  if (!facts.apt) {
    return 'this machine has no apt to fetch one with';
  }
  if (facts.systemd && !facts.ci) {
    return 'this does not look like a disposable machine (systemd runs, CI is not set)';
  }
  return undefined;
}

/** Reads the facts of this machine. */
export function machineFacts(env: NodeJS.ProcessEnv = process.env): MachineFacts {
  return {
    platform: process.platform,
    root: process.getuid?.() === 0,
    apt: onPath('apt-get', env) !== undefined,
    systemd: existsSync('/run/systemd/system'),
    ci: env.CI !== undefined && env.CI !== '' && env.CI !== 'false',
    wish: env.CGO_FIELD_GUIDE_PROVISION,
  };
}

/** Full path of a program, as a shell would find it. */
export function onPath(program: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  const directories = [...(env.PATH ?? '').split(':'), '/usr/local/sbin', '/usr/sbin', '/sbin'];
  return directories
    .filter((directory) => directory !== '')
    .map((directory) => join(directory, program))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {ask, type Cli} from '../cli/cli';
import {createPodman} from '../podman/podman';
import {probePodman} from '../podman/probe';
import {onPath} from '../provisioning';
import {quote} from '../../shell';
import type {Engine} from '../types';
import {boundProcesses, cgroupName, cgroupRemoval, removeCgroups} from './cgroups';
import {holdLock} from '../../../../base-images/src/machine/lock';

interface PrivatePodmanOptions {
  /** Directory of its own: images and containers; images are kept between runs. */
  directory: string;
  signal: AbortSignal;
  onProgress: (line: string) => void;
}

/**
 * The machine's podman with a store and a configuration of the project, so that neither a user's images nor a user's settings
 * matter. One process uses a store at a time; a second one waits.
 * @throws Error with why it cannot be used
 */
export async function openPrivatePodman(options: PrivatePodmanOptions): Promise<Engine> {
  const {directory, signal, onProgress} = options;
  if (process.platform !== 'linux') {
    throw new Error('only Linux has podman stores without a virtual machine');
  }
  const podman = onPath('podman');
  if (podman === undefined) {
    throw new Error('podman is not installed');
  }
  mkdirSync(directory, {recursive: true, mode: 0o700});
  const lock = await holdLock(join(directory, 'lock'), {
    signal,
    onWait: () => {
      onProgress('another process uses the private podman store; waiting for it');
    },
  });
  const group = cgroupName(directory);
  try {
    await removeCgroups(group);
    const root = join(directory, 'root');
    const cli: Cli = {
      prefix: [
        [podman, '--root', root, '--runroot', join(directory, 'run')],
        ['--cgroup-manager', 'cgroupfs', '--events-backend', 'file'],
      ].flat(),
      env: {CONTAINERS_CONF: writeConfig(directory), CONTAINER_HOST: undefined, TMPDIR: temporary(directory)},
    };
    const facts = await probePodman(cli, signal, {firstUse: true});
    const shutdown = async (): Promise<void> => {
      await unmountStore(root);
      await removeCgroups(group);
      await lock.release();
    };
    const cgroup = boundProcesses(group) ? group : undefined;
    return createPodman({cli, facts, private: {shutdown, cleanup: cleanupText(root, group), cgroup}});
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** An empty file means podman's built-in defaults; without it those of the machine and of the user would be read. */
function writeConfig(directory: string): string {
  const file = join(directory, 'containers.conf');
  writeFileSync(file, '');
  return file;
}

/** Builds that are killed leave their work here rather than in /var/tmp. */
function temporary(directory: string): string {
  const path = join(directory, 'tmp');
  mkdirSync(path, {recursive: true});
  return path;
}

/** The overlay driver mounts its directory onto itself and leaves it so. */
async function unmountStore(root: string): Promise<void> {
  const limits = {signal: new AbortController().signal, timeoutMs: 10_000};
  await ask({prefix: [], env: {}}, ['umount', join(root, 'overlay')], limits);
}

/** Shell text for the watchdog; "$@" is podman with the store's options. */
function cleanupText(root: string, cgroup: string): string {
  return [
    'ids=$("$@" ps --all --external --quiet)',
    '[ -z "$ids" ] || "$@" rm --force $ids',
    `umount ${quote(join(root, 'overlay'))}`,
    cgroupRemoval(cgroup),
  ].join('\n');
}

import {spawn} from 'node:child_process';
import {closeSync, openSync, readFileSync} from 'node:fs';
import {setTimeout as delay} from 'node:timers/promises';
import {lastLines} from '../../../../base-images/src/machine/lastLines';
import {ask, type Cli} from '../cli/cli';
import {killGroup} from '../process/process';
import {EngineError} from '../types';
import {removeCgroups} from './cgroups';
import {daemonArguments, type DaemonPaths} from './daemonArguments';

interface DaemonOptions {
  dockerd: string;
  /** PATH for dockerd. */
  path: string;
  paths: DaemonPaths;
  log: string;
  /** Client of this daemon, to ask whether it answers. */
  client: Cli;
  signal: AbortSignal;
}

export interface Daemon {
  /** Pid and process group of the outermost process. */
  pid: number;
  /** Why it is no more, from its log, when it ended before it was stopped. */
  lastWords: () => string | undefined;
  stop: () => Promise<void>;
}

const READY_MS = 60_000;
const POLL_MS = 100;
const STOP_MS = 10_000;
const LOG_LINES = 20;

/**
 * Starts dockerd and waits until it answers.
 * @throws EngineError with the last lines of its log
 */
export async function startDaemon(options: DaemonOptions): Promise<Daemon> {
  const [file = '', ...args] = daemonArguments(options.dockerd, options.paths);
  const log = openSync(options.log, 'w', 0o600);
  // Not execa: the log has to be written by the daemon itself, and execa takes no open file.
  const child = spawn(file, args, {
    detached: true,
    stdio: ['ignore', log, log],
    env: {...process.env, PATH: options.path},
  });
  closeSync(log);
  const {pid} = child;
  let over = false;
  let stopped = false;
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      over = true;
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  const isOver = (): boolean => over;
  const stop = async (): Promise<void> => {
    stopped = true;
    if (pid !== undefined && !isOver()) {
      child.ref();
      // The shell that is first in the namespace and unshare ignore it, so it is dockerd that ends.
      killGroup(pid, 'SIGTERM');
      await Promise.race([ended, delay(STOP_MS, undefined, {ref: false})]);
      killGroup(pid, 'SIGKILL');
      await ended;
    }
    await removeCgroups(options.paths.cgroup);
  };
  const giveUp = performance.now() + READY_MS;
  while (!(await answers(options)) || pid === undefined) {
    if (options.signal.aborted || isOver() || performance.now() > giveUp) {
      const ending = isOver() ? 'ended' : `did not answer within ${READY_MS / 1000} s`;
      await stop();
      options.signal.throwIfAborted();
      throw new EngineError(
        `dockerd ${ending}; the end of ${options.log}:\n${lastLines(readFileSync(options.log, 'utf8'), LOG_LINES)}`,
      );
    }
    await Promise.race([ended, delay(POLL_MS)]);
  }
  child.unref();
  return {pid, lastWords: () => (isOver() && !stopped ? reasonIn(options.log) : undefined), stop};
}

async function answers({client}: DaemonOptions): Promise<boolean> {
  const limits = {signal: new AbortController().signal, timeoutMs: 5_000};
  return (await ask(client, ['version', '--format', '{{.Server.Version}}'], limits)).exit === 0;
}

/** Go says first why a program ends; without that, the last line is the best there is. */
function reasonIn(file: string): string {
  const text = readFileSync(file, 'utf8');
  return /^(?:panic|fatal error): .*$/m.exec(text)?.[0] ?? lastLines(text, 1);
}

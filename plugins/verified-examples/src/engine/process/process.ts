import {setMaxListeners} from 'node:events';
import type {Readable} from 'node:stream';
import {setTimeout as delay} from 'node:timers/promises';
import {execa} from 'execa';

/** Variables added to those of this process; undefined takes one away. */
export type Environment = Readonly<Record<string, string | undefined>>;

type StopReason = 'timeout' | 'abort' | 'flood' | 'stopped';

export interface ProcessRequest {
  argv: readonly string[];
  /** Added to the environment of this process. */
  env?: Environment | undefined;
  cwd?: string | undefined;
  /** `text` is written and stdin closed; `open` leaves it open for `write`; default: no stdin. */
  stdin?: {text: string} | 'open' | undefined;
  signal: AbortSignal;
  timeoutMs: number;
  /** Default: the caller reads `stdout` itself, at its own pace. */
  onStdout?: ((chunk: Buffer) => void) | undefined;
  onStderr: (chunk: Buffer) => void;
  /** Ends the work in its own way when a limit is hit; default: SIGTERM to the process group. */
  soften?: ((pid: number) => Promise<void> | void) | undefined;
  /** Time between `soften` and SIGKILL to the whole group; default 3 s. */
  graceMs?: number | undefined;
  /** Told of the process group while it lives, see watchdog.ts. */
  guard?: ProcessGuard | undefined;
}

export interface ProcessGuard {
  add(group: number): void;
  drop(group: number): void;
}

export interface ProcessEnd {
  /** Exit code; undefined when a signal ended it or it never started. */
  exit: number | undefined;
  /** Why it was stopped from here; undefined when it ended by itself. */
  stopped: StopReason | undefined;
  /** Why it could not be started, for example `spawn podman ENOENT`. */
  notStarted: string | undefined;
  seconds: number;
}

export interface RunningProcess {
  readonly pid: number | undefined;
  readonly stdout: Readable;
  write: (text: string) => void;
  stop: (reason: StopReason) => void;
  /** Never rejects. Settles when the process is gone and its output has been read. */
  ended: Promise<ProcessEnd>;
}

/** Grace period for draining pipes that a process which left the group holds open. */
const DRAIN_MS = 2_000;

/**
 * Starts a command in a session of its own, so that a Ctrl-C in the terminal reaches us and not the command: it is we who
 * stop containers in the right order. Its time is bounded, and no process of its group outlives it.
 */
export function startProcess(request: ProcessRequest): RunningProcess {
  const [file = '', ...args] = request.argv;
  const started = performance.now();
  const child = execa(file, args, {
    detached: true,
    cleanup: false,
    reject: false,
    buffer: false,
    encoding: 'buffer',
    stdin: request.stdin === undefined ? 'ignore' : 'pipe',
    env: {...request.env},
    ...(request.cwd === undefined ? {} : {cwd: request.cwd}),
  });
  const group = child.pid;
  if (group !== undefined) {
    request.guard?.add(group);
  }
  if (request.onStdout !== undefined) {
    child.stdout.on('data', request.onStdout);
  }
  child.stderr.on('data', request.onStderr);
  // The command may go away with bytes unread: that is its right, and its end is reported by other means.
  child.stdin?.on('error', ignore);
  if (typeof request.stdin === 'object') {
    child.stdin?.end(request.stdin.text);
  }

  let stopped: StopReason | undefined;
  let over = false;
  const stop = (reason: StopReason): void => {
    if (stopped === undefined && !over) {
      stopped = reason;
      void end();
    }
  };
  const end = async (): Promise<void> => {
    if (group === undefined) {
      return;
    }
    const graceMs = request.graceMs ?? 3_000;
    const soften =
      request.soften ??
      (() => {
        killGroup(group, 'SIGTERM');
      });
    await Promise.race([Promise.resolve(group).then(soften).catch(ignore), settled, delay(graceMs)]);
    await Promise.race([settled, delay(graceMs)]);
    killGroup(group, 'SIGKILL');
  };

  const timer = setTimeout(() => {
    stop('timeout');
  }, request.timeoutMs);
  const onAbort = (): void => {
    stop('abort');
  };
  // As many processes listen as run at a time; none of them leaks.
  setMaxListeners(0, request.signal);
  request.signal.addEventListener('abort', onAbort, {once: true});
  let drain: NodeJS.Timeout | undefined;
  child.once('exit', () => {
    // What the command left behind in its group would otherwise run on, unseen.
    killGroupIfAny(group);
    if (request.onStdout !== undefined) {
      drain = setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, DRAIN_MS);
    }
  });

  const settled: Promise<ProcessEnd> = child.then((result) => {
    over = true;
    clearTimeout(timer);
    clearTimeout(drain);
    request.signal.removeEventListener('abort', onAbort);
    if (group !== undefined) {
      request.guard?.drop(group);
    }
    return {
      exit: result.exitCode,
      stopped,
      notStarted: group === undefined ? (result.originalMessage ?? `cannot start ${file}`) : undefined,
      seconds: (performance.now() - started) / 1000,
    };
  });
  if (request.signal.aborted) {
    stop('abort');
  }
  return {
    pid: group,
    stdout: child.stdout,
    write: (text) => {
      child.stdin?.write(text);
    },
    stop,
    ended: settled,
  };
}

/** Signals every process of a group; a group that is gone already is fine. */
export function killGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch {
    // ESRCH: nothing left to signal.
  }
}

function killGroupIfAny(group: number | undefined): void {
  if (group !== undefined) {
    killGroup(group, 'SIGKILL');
  }
}

function ignore(): void {
  // Nothing to do: see the call.
}

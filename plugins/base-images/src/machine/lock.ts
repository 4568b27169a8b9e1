import {mkdir} from 'node:fs/promises';
import {dirname} from 'node:path';
import {execa} from 'execa';

export interface Lock {
  release(): Promise<void>;
}

interface LockOptions {
  signal: AbortSignal;
  /** Called once, when another process has the lock. */
  onWait?: (() => void) | undefined;
  /** How long to wait for it; default 30 minutes. */
  patienceMs?: number | undefined;
}

const PATIENCE_MS = 30 * 60_000;
/** What `flock` is told to end with when another process has the lock; its own failures are 64 to 71, see sysexits(3). */
const TAKEN = 75;

/**
 * Runs a task while holding a lock that all processes of this machine respect; makes the lock's folder.
 * @throws Error when the lock cannot be had; then the task has not run
 */
export async function withLock<T>(path: string, signal: AbortSignal, task: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), {recursive: true});
  const lock = await holdLock(path, {signal});
  try {
    return await task();
  } finally {
    await lock.release();
  }
}

/**
 * Holds a file lock for this process. The kernel frees it when this process ends in any way: a shell holds it, and the
 * shell ends when the pipe to it does. So there are no stale locks to judge.
 * @throws Error when the file cannot be locked, or another process keeps it for longer than the patience
 */
export async function holdLock(path: string, options: LockOptions): Promise<Lock> {
  const free = await tryLock(path, ['--nonblock'], options.signal);
  if (free !== undefined) return free;
  options.onWait?.();
  const seconds = (options.patienceMs ?? PATIENCE_MS) / 1000;
  const lock = await tryLock(path, ['--timeout', String(seconds)], options.signal);
  if (lock === undefined) {
    throw new Error(`${path} is held by another process of this program; wait for it or end it`);
  }
  return lock;
}

/** @returns undefined when another process has the lock */
async function tryLock(
  path: string,
  wait: readonly string[],
  signal: AbortSignal,
): Promise<Lock | undefined> {
  const holder = execa(
    'flock',
    [...wait, '--conflict-exit-code', String(TAKEN), '--no-fork', path, 'sh', '-c', 'echo held; read -r _'],
    // In a session of its own: Ctrl-C in a terminal must not end it before the work that it guards.
    {detached: true, cleanup: false, reject: false, buffer: false, stdin: 'pipe'},
  );
  // The holder may go away first; that shows in how it ends.
  holder.stdin.on('error', ignore);
  let said = '';
  holder.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const stop = (): void => {
    holder.kill('SIGKILL');
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, {once: true});
  const held = new Promise<boolean>((resolve) => {
    holder.stdout.once('data', () => {
      resolve(true);
    });
    void holder.then(() => {
      resolve(false);
    });
  });
  const isHeld = await held;
  signal.removeEventListener('abort', stop);
  if (isHeld && !signal.aborted) {
    return {
      release: async () => {
        holder.stdin.end();
        await holder;
      },
    };
  }
  const {exitCode, shortMessage} = await holder;
  signal.throwIfAborted();
  if (exitCode === TAKEN) return undefined;
  const why = said.trim();
  throw new Error(`${path} cannot be locked: ${why === '' ? shortMessage : why}`);
}

function ignore(): void {
  // Nothing to do.
}

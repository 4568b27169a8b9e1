import {setTimeout as delay} from 'node:timers/promises';
import {LineQueue, LineSplitter} from '../process/lines';
import {startProcess} from '../process/process';

export interface Lock {
  release(): Promise<void>;
}

export interface LockOptions {
  signal: AbortSignal;
  /** Said once, when another process has it. */
  onWait: () => void;
  /** How long to wait for it; default 30 minutes. */
  patienceMs?: number | undefined;
}

const TRY_AGAIN_MS = 500;
const PATIENCE_MS = 30 * 60_000;
/** The lock lives as long as this process does; the timeout of its holder must not end it. */
const LIFETIME_MS = 2 ** 31 - 1;

/**
 * Holds a file lock for this process. The kernel gives it back when we end, however we end: a shell holds it, and the shell
 * ends when the pipe to it does. So there are no stale locks to judge.
 * @throws Error when another process keeps it for longer than the patience
 */
export async function holdLock(file: string, options: LockOptions): Promise<Lock> {
  const giveUp = performance.now() + (options.patienceMs ?? PATIENCE_MS);
  for (let waited = false; ; waited = true) {
    const lock = await tryLock(file);
    if (lock !== undefined) {
      return lock;
    }
    if (!waited) {
      options.onWait();
    }
    if (performance.now() > giveUp) {
      throw new Error(`${file} is held by another process of this program; wait for it or end it`);
    }
    await delay(TRY_AGAIN_MS, undefined, {signal: options.signal});
  }
}

async function tryLock(file: string): Promise<Lock | undefined> {
  const lines = new LineQueue();
  const splitter = new LineSplitter((line) => {
    lines.push(line);
  });
  const holder = startProcess({
    argv: ['flock', '--nonblock', '--no-fork', file, 'sh', '-c', 'echo held; read -r _'],
    stdin: 'open',
    signal: new AbortController().signal,
    timeoutMs: LIFETIME_MS,
    onStdout: (chunk) => {
      splitter.push(chunk);
    },
    onStderr: (chunk) => {
      splitter.push(chunk);
    },
  });
  const ended = holder.ended.then(({notStarted}) => notStarted);
  void ended.then(() => {
    lines.close();
  });
  const [first] = await take(lines, 1);
  if (first === 'held') {
    return {
      release: async () => {
        holder.stop('stopped');
        await ended;
      },
    };
  }
  const notStarted = await ended;
  if (first !== undefined || notStarted !== undefined) {
    throw new Error(`${file} cannot be locked: ${first ?? notStarted ?? ''}`);
  }
  return undefined;
}

async function take(lines: AsyncIterable<string>, count: number): Promise<string[]> {
  const taken: string[] = [];
  for await (const line of lines) {
    taken.push(line);
    if (taken.length === count) {
      break;
    }
  }
  return taken;
}

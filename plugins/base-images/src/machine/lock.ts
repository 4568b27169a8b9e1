import {execa} from 'execa';
import {mkdir} from 'node:fs/promises';
import {dirname} from 'node:path';

/**
 * Runs a task while holding a lock that all processes of this machine respect. The kernel frees the lock when this
 * process ends in any way: the holder is a `flock` child that lives exactly as long as the pipe to it.
 */
export async function withLock<T>(path: string, signal: AbortSignal, task: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), {recursive: true});
  const holder = execa('flock', ['--exclusive', path, 'sh', '-c', 'echo held; exec cat'], {
    cancelSignal: signal,
    stdin: 'pipe',
    buffer: false,
    reject: false,
  });
  try {
    await held(holder.stdout);
    signal.throwIfAborted();
    return await task();
  } finally {
    holder.stdin.end();
    await holder;
  }
}

function held(stdout: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve) => {
    stdout.once('data', () => {
      stdout.resume();
      resolve();
    });
    stdout.once('close', resolve);
  });
}

import {TailOutput} from '../process/output';
import type {Environment} from '../process/process';
import {EngineError} from '../types';
import {start, whyFailed, type Cli} from './cli';

/** An image of some gigabytes is written to a slow disk in less. */
const STREAM_MS = 15 * 60_000;
const STDERR_BYTES = 16 * 1024;

/**
 * Stdout of a command as it comes, no faster than it is read. Throws EngineError when the command fails: then what was read
 * before is not the whole. A reader that stops early ends the command.
 */
export async function* stream(
  cli: Cli,
  args: readonly string[],
  options: {signal: AbortSignal; env?: Environment},
): AsyncGenerator<Uint8Array> {
  const stderr = new TailOutput(STDERR_BYTES);
  const process = start(cli, args, {
    ...options,
    timeoutMs: STREAM_MS,
    onStderr: (chunk) => {
      stderr.push(chunk);
    },
  });
  try {
    for await (const chunk of process.stdout) {
      yield chunk as Buffer;
    }
    const end = await process.ended;
    options.signal.throwIfAborted();
    if (end.exit !== 0) {
      const why = whyFailed({...end, stdout: '', stderr: stderr.text()}, STREAM_MS);
      throw new EngineError(`${[...cli.prefix, ...args].join(' ')}: ${why}`);
    }
  } finally {
    process.stop('stopped');
    process.stdout.destroy();
    await process.ended;
  }
}

import {setMaxListeners} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Runs `work` with a temporary folder and a signal that Ctrl-C, SIGTERM and SIGHUP abort. The folder is gone
 * afterwards in any case.
 *
 * @returns What `work` returned, and whether it was interrupted
 */
export async function withCleanup<T>(
  work: (scope: {folder: string; signal: AbortSignal}) => Promise<T>,
): Promise<{result: T; interrupted: false} | {result: undefined; interrupted: true}> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cgo-field-guide-'));
  const controller = new AbortController();
  // As many things listen as are under way; none of them leaks.
  setMaxListeners(0, controller.signal);
  const abort = () => {
    controller.abort(new Error('interrupted'));
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, abort);
  try {
    return {result: await work({folder, signal: controller.signal}), interrupted: false};
  } catch (error) {
    if (controller.signal.aborted) return {result: undefined, interrupted: true};
    throw error;
  } finally {
    for (const signal of signals) process.off(signal, abort);
    rmSync(folder, {recursive: true, force: true});
  }
}

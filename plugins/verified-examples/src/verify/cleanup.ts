import {setMaxListeners} from 'node:events';
import {rmSync} from 'node:fs';
import {makeRunFolder} from '../engine/runFolders';

export interface Scope {
  folder: string;
  signal: AbortSignal;
  /** Leaves the folder to the sweep of a later run. */
  keepFolder: () => void;
}

/**
 * Runs `work` with a temporary folder and a signal that Ctrl-C, SIGTERM and SIGHUP abort. The folder is gone
 * afterwards, unless `work` returned and said that it is to be kept.
 *
 * @returns What `work` returned, and whether it was interrupted
 */
export async function withCleanup<T>(
  work: (scope: Scope) => Promise<T>,
): Promise<{result: T; interrupted: false} | {result: undefined; interrupted: true}> {
  const folder = makeRunFolder();
  const kept = {folder: false};
  const controller = new AbortController();
  // As many things listen as are under way; none of them leaks.
  setMaxListeners(0, controller.signal);
  const abort = () => {
    controller.abort(new Error('interrupted'));
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, abort);
  try {
    const keepFolder = () => {
      kept.folder = true;
    };
    return {result: await work({folder, signal: controller.signal, keepFolder}), interrupted: false};
  } catch (error) {
    kept.folder = false;
    if (controller.signal.aborted) return {result: undefined, interrupted: true};
    throw error;
  } finally {
    for (const signal of signals) process.off(signal, abort);
    if (!kept.folder) rmSync(folder, {recursive: true, force: true});
  }
}

import {setMaxListeners} from 'node:events';
import {rmSync} from 'node:fs';
import {makeRunFolder} from '../engine/runFolders';
import {EXIT} from './exitCode';

export interface Scope {
  folder: string;
  signal: AbortSignal;
  /** Leaves the folder to the sweep of a later run. */
  keepFolder: () => void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `work` with a temporary folder and a signal that Ctrl-C, SIGTERM and SIGHUP abort. A second of these ends the
 * process at once, whatever an engine still does; the next run removes what it left. The folder is gone afterwards,
 * unless `work` returned and said that it is to be kept.
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
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    process.stderr.write('Interrupted: removing what was started. Once more ends at once.\n');
    controller.abort(new Error('interrupted'));
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
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
    for (const signal of SIGNALS) process.off(signal, interrupt);
    if (!kept.folder) rmSync(folder, {recursive: true, force: true});
  }
}

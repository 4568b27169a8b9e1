import pc from 'picocolors';
import {CannotRebuildError} from '../../../base-images/src/types';
import {EngineError, NoEngineError, RegistryError} from '../engine/types';
import {messageOf} from '../messageOf';
import {ProblemsError} from '../problems';
import {UsageError} from './flags';

/** Exit codes of every command; documented in the README. Only success ends with 0. */
export const EXIT = {
  proved: 0,
  /** A proof failed, or differs under --check. */
  failed: 1,
  /** Bad manifest or bad usage. */
  usage: 2,
  /** No container engine or base image available. */
  unavailable: 3,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * Runs a command; a failure that is expected is printed as a sentence and gives its exit code.
 *
 * @throws What is not expected: an error of this program
 */
export async function exitCodeOf(command: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await command();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    process.stderr.write(`${pc.red(messageOf(error))}\n`);
    return code;
  }
}

function codeOf(error: unknown): ExitCode | undefined {
  if (error instanceof UsageError || error instanceof ProblemsError) return EXIT.usage;
  if (error instanceof NoEngineError || error instanceof CannotRebuildError || error instanceof RegistryError)
    return EXIT.unavailable;
  return error instanceof EngineError ? EXIT.failed : undefined;
}

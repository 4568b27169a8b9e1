import {execa, ExecaError} from 'execa';
import {lastLines} from './lastLines';

const TAIL_LINES = 12;

interface RunOptions {
  signal: AbortSignal;
  cwd?: string;
  env?: Readonly<Record<string, string>>;
  /** Default: as long as it takes. */
  timeoutMs?: number;
}

/**
 * Runs a tool to its end and returns its stdout. The tool is killed when the signal fires, its time is over, or this
 * process dies. Throws with the last lines the tool printed.
 */
export async function run(command: readonly [string, ...string[]], options: RunOptions): Promise<string> {
  const [tool, ...args] = command;
  try {
    const {stdout} = await execa(tool, args, {
      cancelSignal: options.signal,
      timeout: options.timeoutMs ?? 0,
      forceKillAfterDelay: 2000,
      stdin: 'ignore',
      maxBuffer: 32 * 1024 * 1024,
      ...(options.cwd !== undefined && {cwd: options.cwd}),
      ...(options.env !== undefined && {env: {...options.env}}),
    });
    return stdout;
  } catch (error) {
    options.signal.throwIfAborted();
    throw toolError(command, error);
  }
}

function toolError(command: readonly string[], error: unknown): Error {
  if (!(error instanceof ExecaError)) return new Error(command.join(' '), {cause: error});
  const said = [error.stderr, error.stdout]
    .filter((text) => typeof text === 'string' && text !== '')
    .join('\n');
  const tail = lastLines(said, TAIL_LINES);
  const how = error.exitCode === undefined ? error.shortMessage : `exit code ${error.exitCode}`;
  return new Error(`${command.join(' ')}: ${how}${tail === '' ? '' : `\n${tail}`}`);
}

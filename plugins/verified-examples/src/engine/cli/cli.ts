import {
  startProcess,
  type Environment,
  type ProcessEnd,
  type ProcessGuard,
  type ProcessRequest,
} from '../process/process';
import {CappedOutput} from '../process/output';
import {EngineError} from '../types';

/** One container engine's command line: what goes before every argument, and its environment. */
export interface Cli {
  prefix: readonly string[];
  env: Environment;
  guard?: ProcessGuard | undefined;
}

interface CallLimits {
  signal: AbortSignal;
  timeoutMs: number;
  /** Environment for this call only. */
  env?: Environment | undefined;
  cwd?: string | undefined;
}

interface CallResult extends ProcessEnd {
  stdout: string;
  stderr: string;
}

/** Answers of an engine to questions are small; this much is more than any of them. */
const MAX_ANSWER = 32 * 1024 * 1024;

/** Calls the engine and gives back whatever it said; throws only when `signal` aborts. */
export async function ask(cli: Cli, args: readonly string[], limits: CallLimits): Promise<CallResult> {
  const stdout = new CappedOutput(MAX_ANSWER, ignore);
  const stderr = new CappedOutput(MAX_ANSWER, ignore);
  const end = await startProcess({
    argv: [...cli.prefix, ...args],
    env: {...cli.env, ...limits.env},
    cwd: limits.cwd,
    signal: limits.signal,
    timeoutMs: limits.timeoutMs,
    guard: cli.guard,
    onStdout: (chunk) => {
      stdout.push(chunk);
    },
    onStderr: (chunk) => {
      stderr.push(chunk);
    },
  }).ended;
  limits.signal.throwIfAborted();
  return {...end, stdout: stdout.bytes().toString('utf8'), stderr: stderr.bytes().toString('utf8')};
}

/** Calls the engine and gives back its stdout; throws EngineError when it says no. */
export async function call(cli: Cli, args: readonly string[], limits: CallLimits): Promise<string> {
  const result = await ask(cli, args, limits);
  if (result.exit !== 0) {
    throw new EngineError(`${shown(cli, args)}: ${whyFailed(result, limits.timeoutMs)}`);
  }
  return result.stdout;
}

/** One sentence on a call that failed, from what the engine said. */
export function whyFailed(result: CallResult, timeoutMs: number): string {
  if (result.notStarted !== undefined) {
    return result.notStarted;
  }
  if (result.stopped === 'timeout') {
    return `no answer within ${timeoutMs / 1000} s`;
  }
  const said = result.stderr.trim() === '' ? result.stdout.trim() : result.stderr.trim();
  return said === '' ? `exit code ${result.exit ?? 'unknown'} and no message` : said;
}

/** Starts a command of the engine that is not just a question. */
export function start(
  cli: Cli,
  args: readonly string[],
  request: Omit<ProcessRequest, 'argv' | 'guard'>,
): ReturnType<typeof startProcess> {
  return startProcess({
    ...request,
    argv: [...cli.prefix, ...args],
    env: {...cli.env, ...request.env},
    guard: cli.guard,
  });
}

function shown(cli: Cli, args: readonly string[]): string {
  return [...cli.prefix, ...args].join(' ');
}

function ignore(): void {
  // A longer answer is cut, and then does not parse.
}

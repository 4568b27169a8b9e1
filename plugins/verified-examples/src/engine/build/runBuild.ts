import {start, type Cli} from '../cli/cli';
import {engineGone, pullFailed} from './buildFailures';
import {unpulledBases} from './unpulledBases';
import {registryError} from '../registry/registryError';
import {LineSplitter} from '../process/lines';
import {TailOutput} from '../process/output';
import type {Environment} from '../process/process';
import {EngineError, type BuildRequest, type BuildResult, type Engine} from '../types';

/** Bytes of progress output that a result keeps. */
const OUTPUT_BYTES = 64 * 1024;

interface BuildRun {
  engine: Engine['name'];
  cli: Cli;
  args: readonly string[];
  env?: Environment;
  /** Ends a build so that it cleans up after itself; default: SIGTERM to the process group. */
  soften?: (pid: number) => void;
  /** Resolves when the engine answers, throws EngineError when it does not. */
  ping: () => Promise<void>;
}

/**
 * Runs a build command. A build that fails or takes too long is a result; that the engine has failed is an EngineError, that a
 * base cannot be pulled a RegistryError, an abort throws the signal's reason.
 */
export async function runBuild(request: BuildRequest, run: BuildRun): Promise<BuildResult> {
  const command = [...run.cli.prefix, ...run.args];
  const tail = new TailOutput(OUTPUT_BYTES);
  const splitters = {stdout: new LineSplitter(request.onLine), stderr: new LineSplitter(request.onLine)};
  const end = await start(run.cli, run.args, {
    signal: request.signal,
    timeoutMs: request.timeoutMs,
    soften: run.soften,
    env: {NO_COLOR: '1', ...run.env},
    onStdout: (chunk) => {
      tail.push(chunk);
      splitters.stdout.push(chunk);
    },
    onStderr: (chunk) => {
      tail.push(chunk);
      splitters.stderr.push(chunk);
    },
  }).ended;
  splitters.stdout.end();
  splitters.stderr.end();
  request.signal.throwIfAborted();
  const output = tail.text();
  const timedOut = end.stopped === 'timeout';
  if (end.exit !== 0 && !timedOut) {
    const unpulled = pullFailed(output);
    if (unpulled !== undefined) {
      throw registryError(unpulledBases(request.bases, unpulled), unpulled);
    }
    const said = end.notStarted ?? engineGone(run.engine, output);
    if (said !== undefined) {
      throw new EngineError(`The engine failed during the build of ${request.tag}: ${said}`);
    }
    await run.ping();
  }
  return {succeeded: end.exit === 0 && !timedOut, timedOut, output, command, seconds: end.seconds};
}

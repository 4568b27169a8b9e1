import {setTimeout as delay} from 'node:timers/promises';
import {start, type Cli} from '../cli/cli';
import {CappedOutput} from '../process/output';
import type {ProcessEnd, RunningProcess} from '../process/process';
import {EngineError, type RunRequest, type RunResult} from '../types';
import type {Containers} from './containers';
import type {ContainerState} from './containerState';
import {withoutEngineWarnings} from './engineWarnings';
import {runArguments, type RunFlavour} from './runArguments';

export interface LaunchContext {
  cli: Cli;
  containers: Containers;
  flavour: RunFlavour;
  /** Run id: a container of another run is never touched, whatever its name. */
  run: string;
  labels: readonly string[];
  /** Podman's conmon leaves a file named oom where it was started. */
  cwd: string;
  /** Podman 4.3 does not tell on cgroup v1: then a SIGKILL that nobody here sent is taken for it. */
  guessOutOfMemory: boolean;
}

export interface Launched {
  /** The exact command. */
  command: string[];
  process: RunningProcess;
  /** Settles when the container is removed. Rejects with EngineError, or with the reason of the abort. */
  result: Promise<RunResult>;
}

/** 128 + SIGKILL: what a shell shows for a program that was killed. */
const KILLED = 137;
const KILL_AGAIN_MS = 100;
/** Of an image whose configuration it refuses an engine makes no container: what it says is the outcome. */
const REFUSED =
  /^(?:docker: Error response from daemon|Error): (?:no command (?:specified|or entrypoint provided)|Cannot mkdir: \S+ is not a directory)/im;

/**
 * Runs `docker run` or `podman run` in the foreground and removes the container after it. When a limit is hit the container
 * is killed first, since the command line alone can go away and leave it running.
 * @param onStdout also sees each chunk of stdout as it comes
 */
export function launch(
  request: RunRequest,
  context: LaunchContext,
  onStdout?: (chunk: Buffer) => void,
): Launched {
  const {cli, containers, flavour, labels, cwd} = context;
  const args = runArguments(request, {flavour, labels});
  const command = [...cli.prefix, ...args];
  const flood = (): void => {
    process.stop('flood');
  };
  const stdout = new CappedOutput(request.maxOutput, flood);
  const stderr = new CappedOutput(request.maxOutput, flood);
  const process = start(cli, args, {
    cwd,
    env: flavour.env,
    signal: request.signal,
    timeoutMs: request.timeoutMs,
    soften: () => killOnceThere(request.name, containers, process.ended),
    onStdout: (chunk) => {
      stdout.push(chunk);
      onStdout?.(chunk);
    },
    onStderr: (chunk) => {
      stderr.push(chunk);
    },
  });
  const finish = async (): Promise<RunResult> => {
    const end = await process.ended;
    const state = await removed(request.name, end, context);
    if (end.stopped === 'abort') {
      request.signal.throwIfAborted();
    }
    const said = {stdout: stdout.bytes(), stderr: withoutEngineWarnings(stderr.bytes()), command};
    if (state === undefined && end.exit !== undefined && REFUSED.test(said.stderr.toString('utf8')))
      return {
        ...said,
        exit: end.exit,
        seconds: end.seconds,
        timedOut: false,
        flooded: false,
        outOfMemory: false,
      };
    if (state === undefined || (state.running && end.stopped === undefined)) {
      throw new EngineError(`${command.join(' ')}: ${reason(end, stderr)}`);
    }
    return {
      ...outcome(end, state, context.guessOutOfMemory),
      ...said,
      flooded: stdout.flooded || stderr.flooded,
    };
  };
  return {command, process, result: finish()};
}

/** A container may still be on its way when it is to be killed: then it is killed as soon as it is there. */
async function killOnceThere(name: string, containers: Containers, ended: Promise<unknown>): Promise<void> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const isOver = (): boolean => over;
  while (!isOver() && !(await containers.kill(name, 'KILL'))) {
    await delay(KILL_AGAIN_MS);
  }
}

/** Removes the container and gives its last state; undefined when there was none of this run. */
async function removed(
  name: string,
  end: ProcessEnd,
  {containers, run}: LaunchContext,
): Promise<ContainerState | undefined> {
  let state = await containers.inspect(name);
  if (state === undefined && end.stopped !== undefined) {
    // The command may have been killed while the engine was still making the container.
    await delay(500);
    state = await containers.inspect(name);
  }
  if (state?.labels['guide.cgo.run'] !== run) {
    return undefined;
  }
  await containers.remove(name);
  return state;
}

function outcome(
  end: ProcessEnd,
  state: ContainerState,
  guessOutOfMemory: boolean,
): Pick<RunResult, 'exit' | 'seconds' | 'timedOut' | 'outOfMemory'> {
  // Without a start the engine's command line has the code that readers see: 125, 126 or 127.
  const exit = state.running ? KILLED : state.started ? state.exit : (end.exit ?? state.exit);
  return {
    exit,
    seconds: state.seconds ?? end.seconds,
    timedOut: end.stopped === 'timeout',
    outOfMemory: state.outOfMemory || (guessOutOfMemory && exit === KILLED && end.stopped === undefined),
  };
}

function reason(end: ProcessEnd, stderr: CappedOutput): string {
  const said = stderr.bytes().toString('utf8').trim();
  return end.notStarted ?? (said === '' ? 'the engine lost the container' : said);
}

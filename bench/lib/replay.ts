import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import type {Command, Group} from './engineLog';

interface Running {
  child: ChildProcess;
  ended: Promise<unknown>;
  /** Next line of its output. */
  next: () => Promise<unknown>;
}

/**
 * Gives the commands one after the other, as a plain loop would: nothing is asked, read or compared. A container of the
 * background is started, waited for when it answers lines, and goes on until its `kill`.
 *
 * @throws Error when a command ends in another way than it did for the verifier
 */
export async function replay(groups: readonly Group[], docker: readonly string[]): Promise<void> {
  for (const group of groups) await replayGroup(group, docker);
}

async function replayGroup(group: Group, docker: readonly string[]): Promise<void> {
  const running = new Map<Command, Running>();
  for (const {command, line} of group) {
    if (line !== undefined) {
      const to = running.get(command);
      to?.child.stdin?.write(`${line}\n`);
      await to?.next();
    } else if (command.background) {
      const started = start(command, docker);
      running.set(command, started);
      // A lab says first that it listens; a service is asked until it answers.
      if (group.some((step) => step.command === command && step.line !== undefined)) await started.next();
    } else {
      await run(command, docker);
      const stopped = command.args[0] === 'kill' ? containerOf(group, command.args.at(-1)) : undefined;
      if (stopped !== undefined) await running.get(stopped)?.ended;
    }
  }
  for (const {child} of running.values()) child.stdin?.destroy();
}

function containerOf(group: Group, name: string | undefined): Command | undefined {
  return group.find(
    ({command: {args}}) =>
      args[0] === 'run' && name !== undefined && args[args.indexOf('--name') + 1] === name,
  )?.command;
}

function start({args, env}: Command, docker: readonly string[]): Running {
  const [file = '', ...prefix] = docker;
  const child = spawn(file, [...prefix, ...args], {
    env: {...process.env, ...env},
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdin.on('error', () => undefined);
  const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]();
  return {child, ended: once(child, 'exit'), next: () => lines.next()};
}

async function run({args, env, input, exit}: Command, docker: readonly string[]): Promise<void> {
  const [file = '', ...prefix] = docker;
  const child = spawn(file, [...prefix, ...args], {
    env: {...process.env, ...env},
    stdio: [input === undefined ? 'ignore' : 'pipe', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2_000)));
  child.stdin?.on('error', () => undefined).end(input);
  const [code] = (await once(child, 'exit')) as [number | null];
  // `kill` of a container that has just ended says so; that is no work left undone.
  if (args[0] !== 'kill' && exit !== undefined && code !== exit)
    throw new Error(`docker ${args.join(' ')}: exit code ${code ?? 'none'}, was ${exit}\n${said}`);
}

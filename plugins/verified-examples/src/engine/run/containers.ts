import {setTimeout as delay} from 'node:timers/promises';
import {ask, whyFailed, type Cli} from '../cli/cli';
import {EngineError} from '../types';
import {parseContainerState, type ContainerState} from './containerState';

/** Cleanup must work after the caller's own signal has aborted, so these calls are bounded by time alone. */
const CLEANUP = {signal: new AbortController().signal, timeoutMs: 30_000};
const ATTEMPTS = 4;
const PAUSE_MS = 250;

/** What both engines are asked about one container by its name or id. */
export interface Containers {
  /** Undefined: there is no such container. Throws EngineError when the engine does not answer. */
  inspect(name: string): Promise<ContainerState | undefined>;
  /** Sends a signal; false: the container is gone, or not running yet. */
  kill(name: string, signal: 'TERM' | 'KILL'): Promise<boolean>;
  /** Kills and removes, also what depends on it; tried again while the engine is busy with it. */
  remove(name: string): Promise<void>;
}

/** @param removeArguments the engine's way to remove a container at once, before its name */
export function containersOf(cli: Cli, removeArguments: readonly string[]): Containers {
  return {
    async inspect(name) {
      const answer = await ask(cli, ['container', 'inspect', '--format', '{{json .}}', name], CLEANUP);
      if (answer.exit === 0) {
        return parseContainerState(answer.stdout);
      }
      if (saysMissing(answer.stderr)) {
        return undefined;
      }
      throw new EngineError(
        `Cannot tell the state of container ${name}: ${whyFailed(answer, CLEANUP.timeoutMs)}`,
      );
    },
    async kill(name, signal) {
      return (await ask(cli, ['kill', '--signal', signal, name], CLEANUP)).exit === 0;
    },
    async remove(name) {
      for (let attempt = 1; ; attempt += 1) {
        const answer = await ask(cli, [...removeArguments, name], CLEANUP);
        if (answer.exit === 0 || saysMissing(answer.stderr)) {
          return;
        }
        if (attempt === ATTEMPTS) {
          throw new EngineError(
            `Container ${name} could not be removed: ${whyFailed(answer, CLEANUP.timeoutMs)}`,
          );
        }
        await delay(PAUSE_MS);
      }
    },
  };
}

/** How Docker and Podman say that nothing of that name exists. */
export function saysMissing(stderr: string): boolean {
  return /no such (?:container|object|image)|no container with name or ID|image not known/i.test(stderr);
}

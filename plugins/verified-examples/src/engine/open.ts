import {detectEngine, type WantedEngine} from './detect';
import {privateDockerDaemon} from './strategies/privateDockerDaemon';
import {privatePodmanStore} from './strategies/privatePodmanStore';
import type {Strategy, StrategyContext} from './strategies/strategy';
import {userDocker} from './strategies/userDocker';
import {userPodman} from './strategies/userPodman';
import type {Engine} from './types';

/** What the user has goes first; nothing is fetched while that can be used. */
export const STRATEGIES: readonly Strategy[] = [
  userDocker,
  userPodman,
  privateDockerDaemon,
  privatePodmanStore,
];

interface OpenOptions extends StrategyContext {
  wanted: WantedEngine;
}

/**
 * Opens the engine that everything is built and run with. The caller closes it.
 * @throws NoEngineError that lists what was tried
 */
export function openEngine({wanted, ...context}: OpenOptions): Promise<Engine> {
  return detectEngine(STRATEGIES, wanted, context);
}

import {messageOf} from '../messageOf';
import {NoEngineError, type Engine} from './types';
import type {Strategy, StrategyContext} from './strategies/strategy';

export type WantedEngine = 'auto' | Engine['name'];

/**
 * Tries the strategies in their order; the first that answers wins.
 * @throws NoEngineError that lists what was tried and what each said; the signal's reason when it aborts
 */
export async function detectEngine(
  strategies: readonly Strategy[],
  wanted: WantedEngine,
  context: StrategyContext,
): Promise<Engine> {
  const failures: string[] = [];
  for (const strategy of strategies) {
    if (wanted === 'auto' || wanted === strategy.engine) {
      try {
        return await strategy.open(context);
      } catch (error) {
        context.signal.throwIfAborted();
        failures.push(`- ${strategy.title}: ${indented(error)}`);
      }
    }
  }
  throw new NoEngineError([heading(wanted), ...failures, advice(wanted)].join('\n'));
}

function heading(wanted: WantedEngine): string {
  return `No container engine can be used${wanted === 'auto' ? '' : ` (asked for: ${wanted})`}. Tried:`;
}

function advice(wanted: WantedEngine): string {
  const engines = {
    docker: 'start Docker Engine 23 or newer, with buildx',
    podman: 'install Podman 4.3 or newer',
  };
  const ways = wanted === 'auto' ? Object.values(engines) : [engines[wanted]];
  const provision =
    wanted === 'podman'
      ? ''
      : ' On a disposable Debian machine, as root, CGO_FIELD_GUIDE_PROVISION=1 lets this program fetch an engine for itself, which installs nothing.';
  return `What to do: ${ways.join(', or ')}.${provision}`;
}

function indented(error: unknown): string {
  return messageOf(error).trim().replaceAll('\n', '\n  ');
}

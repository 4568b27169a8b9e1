import {randomUUID} from 'node:crypto';
import type {Example} from '../example/collect/example';
import type {Container} from '../example/commands/containers';
import type {Limits} from '../example/model/manifest';
import type {Scenario} from '../example/model/scenario';
import {milliseconds} from '../example/model/primitives';
import type {RunRequest} from '../engine/types';

export interface Run {
  example: Example;
  scenario: Scenario;
  platform: string | undefined;
}

/** What the engine is asked for to run a container of a scenario: its words, and bounds that keep a runaway in. */
export function toRunRequest(
  {example, scenario, platform}: Run,
  {image, options, args}: Container,
  signal: AbortSignal,
): RunRequest {
  const {limits} = example.manifest;
  return {
    ...{image, options, args, platform, signal},
    name: `cgo-guide-${scenario.id}-${randomUUID().slice(0, 8)}`,
    memory: scenario.limits?.memory === undefined ? limits.memory : undefined,
    pids: scenario.limits?.pids === undefined ? limits.pids : undefined,
    maxOutput: limits.output,
    timeoutMs: milliseconds(scenario.timeout),
  };
}

/** What a run may use of memory: as much as its scenario says, or else its example. */
export function memoryOf({limits}: Pick<Scenario, 'limits'>, {memory}: Pick<Limits, 'memory'>): string {
  return limits?.memory ?? memory;
}

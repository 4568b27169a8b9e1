import * as z from 'zod';
import {parseInspected} from '../cli/inspected';

const State = z.object({
  Running: z.boolean(),
  OOMKilled: z.boolean().default(false),
  ExitCode: z.number(),
  StartedAt: z.string(),
  FinishedAt: z.string(),
});

const Inspected = z.object({
  State,
  Config: z.object({Labels: z.record(z.string(), z.string()).nullish()}),
});

export interface ContainerState {
  running: boolean;
  /** False: the engine made the container but could not start its program. */
  started: boolean;
  exit: number;
  outOfMemory: boolean;
  /** From start to end by the engine's clock; undefined when it did not tell both. */
  seconds: number | undefined;
  labels: Readonly<Record<string, string>>;
}

/** Reads what `inspect --format '{{json .}}'` prints for a container, of both engines. */
export function parseContainerState(json: string): ContainerState {
  const {State: state, Config} = Inspected.parse(parseInspected(json));
  const started = Date.parse(state.StartedAt);
  const finished = Date.parse(state.FinishedAt);
  // Both engines write year 1 for "not yet".
  const begun = started > 0;
  return {
    running: state.Running,
    started: begun,
    exit: state.ExitCode,
    outOfMemory: state.OOMKilled,
    // Podman stamps the start after the program has begun, so a short run can seem to end before it.
    seconds: begun && finished > 0 ? Math.max(0, finished - started) / 1000 : undefined,
    labels: Config.Labels ?? {},
  };
}

import {writeFileSync} from 'node:fs';
import type {Outcome} from '../judgeAttempt';
import type {VerifyOptions} from '../options';
import {toJson, toJunit} from './machine';

/** Writes what programs read, where the command line asks for it; of no job at all, too. */
export function writeReports(
  outcomes: readonly Outcome[],
  seconds: number,
  {json, junit}: Pick<VerifyOptions, 'json' | 'junit'>,
): void {
  if (json !== undefined) writeFileSync(json, toJson(outcomes, seconds));
  if (junit !== undefined) writeFileSync(junit, toJunit(outcomes, seconds));
}

import type {Outcome} from './judgeAttempt';

/** Whether an outcome makes the whole run fail: nothing was proved, or not what the receipt says. */
export function isFailure({status}: Pick<Outcome, 'status'>): boolean {
  return status === 'failed' || status === 'differs';
}

/** Where a failed outcome parts from its manifest or receipt, one short name each, for example `greets: stdout`. */
export function placesOf({attempt, comparison}: Outcome): string[] {
  return [
    ...attempt.failures.map(({scenario, what}) => `${scenario ?? 'build'}: ${what}`),
    ...comparison.broken.map(({path}) => path),
  ];
}

/**
 * What a check says of a job that failed at first and was then done again: the second run counts, and where it holds,
 * what was different before is told with it.
 */
export function confirmed(first: Outcome, second: Outcome): Outcome {
  return isFailure(second) ? second : {...second, unsteady: placesOf(first)};
}

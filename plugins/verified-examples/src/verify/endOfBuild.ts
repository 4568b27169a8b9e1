import {lastLines} from '../../../base-images/src/machine/lastLines';
import type {BuildResult} from '../engine/types';
import type {Job} from './plan';

const OUTPUT_LINES = 20;

/** What is told of a build that failed: whether its time was up, and the last lines that it printed. */
export function endOfBuild({example}: Pick<Job, 'example'>, {output, timedOut}: BuildResult): string {
  const ended = timedOut ? `killed after ${example.manifest.limits.buildTimeout}\n` : '';
  return `${ended}${tail(output)}`;
}

/** The last lines of an output. */
export function tail(text: string): string {
  return lastLines(text, OUTPUT_LINES);
}

import {lastLines} from '../../../base-images/src/machine/lastLines';
import type {BuildResult} from '../engine/types';
import {buildLimit} from './buildLimit';
import type {Job} from './plan';

const OUTPUT_LINES = 20;

/** What is told of a build that failed: whether its time was up, and the last lines that it printed. */
export function endOfBuild(job: Pick<Job, 'example' | 'variant'>, {output, timedOut}: BuildResult): string {
  const ended = timedOut ? `killed after ${buildLimit(job).said}\n` : '';
  return `${ended}${tail(output)}`;
}

/** The last lines of an output. */
export function tail(text: string): string {
  return lastLines(text, OUTPUT_LINES);
}

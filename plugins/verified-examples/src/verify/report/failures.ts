import pc from 'picocolors';
import type {Difference} from '../../proof/receipt/compare';
import type {Outcome} from '../judgeAttempt';
import {isFailure} from '../outcomes';
import {nameOf} from '../plan';
import type {Failure} from '../prove';

/** Everything that went wrong: what was expected, what came, and the command that repeats it. */
export function formatFailures(outcomes: readonly Outcome[]): string {
  return outcomes.flatMap((outcome) => formatOutcome(outcome)).join('\n');
}

function formatOutcome(outcome: Outcome): string[] {
  if (!isFailure(outcome)) return [];
  const {attempt, status, comparison} = outcome;
  const heading = pc.bold(
    pc.red(`✗ ${nameOf(attempt.job)} ${status === 'failed' ? 'failed' : 'differs from its receipt'}`),
  );
  const file = `  ${attempt.job.example.label}/example.yaml`;
  return [
    heading,
    file,
    ...attempt.failures.flatMap(formatFailure),
    ...comparison.broken.flatMap(formatDifference),
    '',
  ];
}

function formatFailure({scenario, what, expected, got, command}: Failure): string[] {
  return [
    scenario === null ? `  ${what}` : `  scenario ${scenario}: ${what}`,
    field('expected', expected),
    field('got', got),
    field('repeat', command),
  ];
}

function formatDifference({path, from, to}: Difference): string[] {
  return [`  ${path}`, field('receipt', from), field('measured', to)];
}

function field(name: string, text: string): string {
  const [first = '', ...rest] = text.split('\n');
  return [`    ${name.padEnd(9)}${first}`, ...rest.map((line) => `    ${' '.repeat(9)}${line}`)].join('\n');
}

import pc from 'picocolors';
import type {Outcome} from '../judgeAttempt';
import type {MovedTag} from '../pins';
import {nameOf} from '../plan';

const LONGEST = 10;

/** The table at the end: each job with its time, its image's size, and what became of it. */
export function formatSummary(outcomes: readonly Outcome[], seconds: number): string {
  const rows = outcomes.map((outcome) => {
    const {attempt, status, comparison, unsteady} = outcome;
    return [
      nameOf(attempt.job),
      status,
      String(attempt.scenarios),
      `${attempt.seconds.toFixed(1)} s`,
      megabytes(attempt.proof?.image?.size),
      [
        ...comparison.moved.slice(0, 1).map(() => `upstream moved: ${pathsOf(comparison.moved)}`),
        ...(unsteady === undefined
          ? []
          : [`passed on retry; first attempt differed in: ${unsteady.join(', ')}`]),
      ].join('; '),
    ];
  });
  const header = ['example', 'outcome', 'scenarios', 'time', 'image', ''];
  return [...table([header, ...rows]), ...longest(outcomes), '', totals(outcomes, seconds)].join('\n');
}

function pathsOf(moved: Outcome['comparison']['moved']): string {
  return moved.map(({path}) => path).join(', ');
}

/** Tags that left their pins, and what moves the pins after them. It is no failure: a proof rests on what is pinned. */
export function formatMoved(moved: readonly MovedTag[]): string {
  return [
    ...moved.map(({ref, from, to}) => `Upstream moved: ${ref} was ${from}, is ${to}; built on the first.`),
    'Move the pins and prove again with: npm run verify -- --update-pins --bases registry',
  ].join('\n');
}

/** Where the time goes; of interest only when the table is too long to see it there. */
function longest(outcomes: readonly Outcome[]): string[] {
  if (outcomes.length <= LONGEST) return [];
  const sorted = [...outcomes].sort((a, b) => b.attempt.seconds - a.attempt.seconds).slice(0, LONGEST);
  return [
    '',
    `Longest ${LONGEST}:`,
    ...sorted.map(({attempt}) => `  ${attempt.seconds.toFixed(1).padStart(7)} s  ${nameOf(attempt.job)}`),
  ];
}

function totals(outcomes: readonly Outcome[], seconds: number): string {
  const count = (...statuses: Outcome['status'][]) =>
    outcomes.filter(({status}) => statuses.includes(status)).length;
  const failed = count('failed', 'differs');
  const parts = [
    `${count('proved')} proved`,
    `${count('unchanged')} unchanged`,
    `${count('moved')} upstream moved`,
    failed > 0 ? pc.red(`${failed} failed`) : '0 failed',
  ];
  return `${parts.join(', ')}; ${outcomes.reduce((sum, {attempt}) => sum + attempt.scenarios, 0)} scenarios in ${seconds.toFixed(1)} s`;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row, index) => {
    const line = row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
    return index === 0 ? pc.bold(line) : line;
  });
}

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? '' : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

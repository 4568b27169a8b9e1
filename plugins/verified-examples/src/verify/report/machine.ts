import type {Outcome} from '../judgeAttempt';
import {isFailure} from '../outcomes';
import {nameOf} from '../plan';

/** What a run came to. */
export interface Run {
  outcomes: readonly Outcome[];
  seconds: number;
  /** Why it ended before everything was done; undefined: it did not. */
  ended?: string | undefined;
}

/** `--json`: everything a program may ask of a run. */
export function toJson({outcomes, seconds, ended}: Run): string {
  const jobs = outcomes.map(({attempt, status, comparison, unsteady}) => ({
    example: attempt.job.example.id,
    variant: attempt.job.variant,
    platform: attempt.job.platform,
    world: attempt.job.world,
    status,
    seconds: attempt.seconds,
    scenarios: attempt.scenarios,
    failures: attempt.failures,
    differences: comparison.broken,
    upstreamMoved: comparison.moved,
    ...(unsteady !== undefined && {unsteady}),
  }));
  return `${JSON.stringify({seconds, ended, jobs}, null, 2)}\n`;
}

/** `--junit`: one test case a job, and one for a run that ended early, in the form that CI systems read. */
export function toJunit({outcomes, seconds, ended}: Run): string {
  const failed = outcomes.filter(isFailure).length;
  const cases = outcomes.map((outcome) => {
    const {attempt} = outcome;
    const open = `  <testcase classname="verify" name="${escapeXml(nameOf(attempt.job))}" time="${attempt.seconds}"`;
    if (!isFailure(outcome)) return `${open}/>`;
    return `${open}>\n    <failure message="${escapeXml(firstReason(outcome))}">${escapeXml(reasons(outcome).join('\n\n'))}</failure>\n  </testcase>`;
  });
  const error =
    ended === undefined
      ? []
      : [`  <testcase classname="verify" name="run"><error>${escapeXml(ended)}</error></testcase>`];
  const all = [...cases, ...error];
  const counts = `tests="${all.length}" failures="${failed}" errors="${error.length}"`;
  const open = `<testsuite name="verify" ${counts} time="${seconds}">`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', open, ...all, '</testsuite>', ''].join('\n');
}

/** Annotations that GitHub Actions shows: at the manifest's file, or of the whole run. */
export function toAnnotations({outcomes, ended}: Omit<Run, 'seconds'>): string {
  const failed = outcomes.filter(isFailure).map((outcome) => {
    const {example} = outcome.attempt.job;
    const file = escapeProperty(`${example.label}/example.yaml`);
    const title = escapeProperty(nameOf(outcome.attempt.job));
    return `::error file=${file},title=${title}::${escapeData(reasons(outcome).join('\n'))}`;
  });
  return [...failed, ...(ended === undefined ? [] : [`::error title=verify::${escapeData(ended)}`])].join(
    '\n',
  );
}

/** As in actions/toolkit, packages/core/src/command.ts. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Properties end at a comma, and all of them at a colon. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function reasons({attempt, comparison}: Outcome): string[] {
  return [
    ...attempt.failures.map(
      ({scenario, what, expected, got, command}) =>
        `${scenario === null ? '' : `scenario ${scenario}: `}${what}\nexpected ${expected}\ngot ${got}\nrepeat ${command}`,
    ),
    ...comparison.broken.map(({path, from, to}) => `${path}\nreceipt ${from}\nmeasured ${to}`),
  ];
}

function firstReason(outcome: Outcome): string {
  return reasons(outcome)[0]?.split('\n')[0] ?? 'failed';
}

function escapeXml(text: string): string {
  const entities: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};
  // XML 1.0 has no form at all for most control characters.
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd')
    .replace(/[&<>"]/g, (one) => entities[one] ?? one);
}

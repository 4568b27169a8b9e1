import pc from 'picocolors';
import type {PluginOptions} from '../settings';
import type {Problem} from '../problems';
import {reportProse} from '../example/prose/check';
import {refuseInvalid, type Collection} from '../proof/collection';
import {withCleanup} from './cleanup';
import {twinsOf} from './concerned';
import {EXIT, type ExitCode} from './exitCode';
import type {Outcome} from './judgeAttempt';
import {messageOf} from '../messageOf';
import type {VerifyOptions} from './flags';
import {isFailure} from './outcomes';
import {leftOut} from './plan';
import {writeReports} from './report/files';
import {formatFailures} from './report/failures';
import {formatKept} from './report/kept';
import {formatMoved, formatSummary} from './report/summary';
import {formatCoverage} from './turns';
import {runJobs, type RunResult} from './runJobs';

export interface Proving {
  siteDir: string;
  plugin: PluginOptions;
  options: VerifyOptions;
  collection: Collection;
}

/**
 * Proves or checks what is to be, and tells how it went, also when it ended early.
 *
 * @throws ProblemsError before anything is done, when no page could show the prose of the examples
 * @throws What ended the run, after what was done before it is told
 */
export async function proveAndReport({siteDir, plugin, options, collection}: Proving): Promise<ExitCode> {
  refuseProse(collection, plugin);
  const started = performance.now();
  const done: Outcome[] = [];
  const run = await withCleanup((scope) =>
    runJobs({siteDir, plugin, options, collection, ...scope, onOutcome: (outcome) => done.push(outcome)}),
  ).catch((error: unknown) => {
    reportEnded(done, messageOf(error), options, secondsSince(started));
    throw error;
  });
  if (run.interrupted) {
    reportEnded(done, 'interrupted', options, secondsSince(started));
    process.stderr.write(
      `${pc.yellow('Interrupted; everything started was removed, receipts are as they were or whole.')}\n`,
    );
    return EXIT.interrupted;
  }
  return report(run.result, options, secondsSince(started));
}

/** What no page could show is not worth a build. */
function refuseProse(collection: Collection, {path}: PluginOptions): void {
  const problems: Problem[] = [];
  reportProse(collection, path, problems);
  refuseInvalid(problems);
}

/** What was done before a run ended early is told all the same. */
function reportEnded(
  outcomes: readonly Outcome[],
  ended: string,
  options: VerifyOptions,
  seconds: number,
): void {
  writeReports({outcomes, seconds, ended}, options);
  const failures = formatFailures(outcomes);
  if (failures !== '') process.stderr.write(`\n${failures}\n`);
}

function report(
  {outcomes, collection, moved, kept, coverage}: RunResult,
  options: VerifyOptions,
  seconds: number,
): ExitCode {
  writeReports({outcomes, seconds}, options);
  const failures = formatFailures(outcomes);
  if (failures !== '') process.stderr.write(`\n${failures}\n`);
  if (kept !== undefined) process.stderr.write(`${formatKept(kept)}\n\n`);
  const twins = twinsOf(collection, options);
  for (const twin of twins) process.stderr.write(`${pc.red(`✗ ${twin}`)}\n`);
  if (moved.length > 0) process.stderr.write(`${pc.yellow(formatMoved(moved))}\n`);
  process.stdout.write(`${formatSummary(outcomes, seconds)}\n`);
  if (coverage !== undefined) process.stdout.write(`${formatCoverage(coverage)}\n`);
  const passed = leftOut(collection, options);
  if (passed.length > 0) process.stdout.write(`Left out as slow: ${passed.join(', ')}; with them: --slow\n`);
  const failed = outcomes.some(isFailure);
  return failed || twins.length > 0 ? EXIT.failed : EXIT.proved;
}

function secondsSince(started: number): number {
  return (performance.now() - started) / 1000;
}

import pc from 'picocolors';
import {CannotRebuildError} from '../../../base-images/src/types';
import {EngineError, NoEngineError, RegistryError} from '../engine/types';
import type {PluginOptions} from '../options';
import {ProblemsError} from '../problems';
import {collect} from '../site';
import {withCleanup} from './cleanup';
import {twinsOf} from './concerned';
import {EXIT, type ExitCode} from './exitCode';
import {nothingToDo} from './nothingToDo';
import type {Outcome} from './judgeAttempt';
import type {RunResult} from './runJobs';
import {parseOptions, UsageError, type RawOptions, type VerifyOptions} from './options';
import {isFailure} from './outcomes';
import {leftOut, nameOf, planOffline} from './plan';
import {writeReports} from './report/files';
import {formatFailures} from './report/failures';
import {formatKept} from './report/kept';
import {formatMoved, formatSummary} from './report/summary';

export interface VerifyRequest {
  siteDir: string;
  plugin: PluginOptions;
  ids: readonly string[];
  raw: RawOptions;
}

/**
 * `docusaurus verify`: proves what is stale, or checks what is proved.
 *
 * @returns The exit code; every expected failure has been printed
 */
export async function verifyCommand(request: VerifyRequest): Promise<ExitCode> {
  try {
    return await verify(request);
  } catch (error) {
    const code = exitCodeOf(error);
    if (code === undefined) throw error;
    process.stderr.write(`${pc.red(messageOf(error))}\n`);
    return code;
  }
}

async function verify({siteDir, plugin, ids, raw}: VerifyRequest): Promise<ExitCode> {
  const options = parseOptions(ids, raw);
  const collection = collect(siteDir, plugin);
  const offline = planOffline(collection, options);
  if (options.list && offline.length > 0) {
    for (const {reason, ...job} of offline) process.stdout.write(`${nameOf(job)}: ${reason}\n`);
    return EXIT.proved;
  }
  if (options.list || (offline.length === 0 && !options.updatePins && options.bases === 'auto')) {
    return nothingToDo(collection, options);
  }
  // Loaded only when something is to be done: the common answer is that nothing is.
  const {runJobs} = await import('./runJobs');
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
  {outcomes, collection, moved, kept}: RunResult,
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
  const passed = leftOut(collection, options);
  if (passed.length > 0) process.stdout.write(`Left out as slow: ${passed.join(', ')}; with them: --slow\n`);
  const failed = outcomes.some(isFailure);
  return failed || twins.length > 0 ? EXIT.failed : EXIT.proved;
}

function secondsSince(started: number): number {
  return (performance.now() - started) / 1000;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function exitCodeOf(error: unknown): ExitCode | undefined {
  if (error instanceof UsageError || error instanceof ProblemsError) return EXIT.usage;
  if (error instanceof NoEngineError || error instanceof CannotRebuildError || error instanceof RegistryError)
    return EXIT.unavailable;
  return error instanceof EngineError ? EXIT.failed : undefined;
}

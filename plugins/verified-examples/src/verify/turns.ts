import {spawnSync} from 'node:child_process';
import type {Example} from '../example/collect/example';
import {basesOfJob} from './neededBases';
import {nameOf, type PlannedJob} from './plan';

/** How far back a commit counts as recent. */
const RECENT = '3.days';

/** What a time allows of a check: jobs in the order in which they are done, the changed ones first. */
export interface Turns<Job> {
  jobs: Job[];
  /** Those whose files changed in recent commits, or are not committed. */
  changed: ReadonlySet<Job>;
}

/**
 * Orders jobs for a check that may not get to all of them: what changed recently first, the others by turns, so that each
 * comes first once. Pure.
 *
 * @param files - Paths of changed files, relative to the site
 * @param turn - Another one each day
 */
export function inTurns<Job extends PlannedJob>(
  jobs: readonly Job[],
  files: readonly string[],
  turn: number,
): Turns<Job> {
  const changed = new Set(jobs.filter((job) => files.some((file) => concerns(file, job))));
  const others = jobs.filter((job) => !changed.has(job));
  const start = others.length === 0 ? 0 : (turn * 31) % others.length;
  return {jobs: [...changed, ...others.slice(start), ...others.slice(0, start)], changed};
}

/** What a check with a budget got to. */
export interface Coverage {
  planned: number;
  checked: number;
  /** Names of what was left out; first those that changed recently. */
  leftOut: {name: string; changed: boolean}[];
}

/** What the outcomes leave of what was planned. Pure. */
export function coverageOf(
  {jobs, changed}: Turns<PlannedJob>,
  outcomes: readonly {attempt: {job: PlannedJob}}[],
): Coverage {
  const checked = new Set(outcomes.map(({attempt: {job}}) => nameOf(job)));
  const leftOut = jobs
    .filter((job) => !checked.has(nameOf(job)))
    .map((job) => ({name: nameOf(job), changed: changed.has(job)}));
  return {planned: jobs.length, checked: jobs.length - leftOut.length, leftOut};
}

/** One sentence on how much was checked, and a line with the names of the rest. */
export function formatCoverage({planned, checked, leftOut}: Coverage): string {
  const missed = leftOut.filter(({changed}) => changed).length;
  const which =
    missed === 0 ? 'all changed ones among them' : `${missed} of those left out changed in recent commits`;
  const names =
    leftOut.length === 0 ? [] : [`Left out, for want of time: ${leftOut.map(({name}) => name).join(', ')}`];
  return [`checked ${checked} of ${planned}, ${which}`, ...names].join('\n');
}

/** A file concerns a job when it belongs to its example, its app, the lab that it runs in, or the recipe of a base. */
function concerns(file: string, job: PlannedJob): boolean {
  const {example} = job;
  const folders = [
    `${example.label}/`,
    ...(example.manifest.app === undefined ? [] : [`${appsOf(example)}/_apps/${example.manifest.app}/`]),
    ...(example.lab.length === 0 ? [] : [`${appsOf(example)}/_lab/`]),
  ];
  if (folders.some((folder) => file.startsWith(folder))) return true;
  return basesOfJob(job).some(({ref}) => file === `plugins/base-images/facts/${factsName(ref)}`);
}

function appsOf({label}: Example): string {
  return label.split('/')[0] ?? '';
}

/** Facts of a base are measured anew when its recipe changes. */
function factsName(ref: string): string {
  return `${ref.replaceAll(/[/:]/g, '-')}.amd64.json`;
}

/** @returns Paths of files that changed in recent commits, or are not committed; empty where git has no answer */
export function recentlyChanged(siteDir: string): string[] {
  const ask = (...args: string[]) => {
    const {status, stdout} = spawnSync('git', args, {cwd: siteDir, encoding: 'utf8'});
    return status === 0 ? stdout.split('\n').filter((line) => line !== '') : [];
  };
  return [
    ...new Set([
      ...ask('log', `--since=${RECENT}`, '--name-only', '--pretty=format:'),
      ...ask('diff', '--name-only', 'HEAD'),
      ...ask('ls-files', '--others', '--exclude-standard'),
    ]),
  ];
}

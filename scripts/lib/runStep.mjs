// @ts-check
import {spawn} from 'node:child_process';
import {closeSync, createReadStream, openSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {pipeline} from 'node:stream/promises';
import {countStep} from './counts.mjs';
import {ROOT, say} from './dependencies.mjs';

/**
 * @typedef {object} Result
 * @property {import('./steps.mjs').Step} step
 * @property {number} minutes
 * @property {import('./counts.mjs').Count} count
 */

/**
 * Runs steps side by side. The first prints as it goes; what the others print follows when all have ended.
 *
 * @param {readonly import('./steps.mjs').Step[]} steps
 * @param {{folder: string, machine: import('./machine').Machine}} where - Folder for reports and output
 * @returns {Promise<Result[]>}
 */
export async function runSideBySide(steps, {folder, machine}) {
  say(steps.map(({title}) => title).join('\n  beside it: '));
  const log = (/** @type {string} */ name) => path.join(folder, `${name}.log`);
  const results = await Promise.all(
    steps.map((step, index) => run(step, {folder, machine, log: index === 0 ? undefined : log(step.name)})),
  );
  for (const {title, name} of steps.slice(1)) {
    say(title);
    await pipeline(createReadStream(log(name)), process.stdout, {end: false});
  }
  return results;
}

/**
 * @param {import('./steps.mjs').Step} step
 * @param {{folder: string, machine: import('./machine').Machine, log: string | undefined}} where
 * @returns {Promise<Result>}
 */
async function run(step, {folder, machine, log}) {
  const report = path.join(folder, `${step.name}.report`);
  const started = performance.now();
  const [command = '', ...args] = step.command(report, machine);
  const output = log === undefined ? 'inherit' : openSync(log, 'w');
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio: ['inherit', output, output],
    env: {...process.env, PLAYWRIGHT_JUNIT_OUTPUT_NAME: report},
  });
  const code = await new Promise((resolve) => {
    child.on('error', ({message}) => {
      process.stderr.write(`${step.title}: ${message}\n`);
      resolve(1);
    });
    child.on('close', (status) => resolve(status ?? 1));
  });
  if (typeof output === 'number') closeSync(output);
  const minutes = (performance.now() - started) / 60_000;
  return {step, minutes, count: countStep(code, step.reports ? readReport(report) : undefined)};
}

/** @param {string} file */
function readReport(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

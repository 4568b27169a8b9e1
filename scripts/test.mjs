// @ts-check
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {binary, ensureDependencies, refuseWindows, ROOT, say} from './lib/dependencies.mjs';
import {HELP_FLAG, parseFlags, refuseUsage} from './lib/parseFlags.mjs';
import {runSideBySide} from './lib/runStep.mjs';
import {inGroups, STEPS} from './lib/steps.mjs';

const HELP = `npm test [-- --only <step,…>]

Installs what the tests need, then runs all of them. On a bare Debian machine as root a container engine and a
browser are installed too; elsewhere a missing one is only reported, tests that start engines of their own are left out,
and examples are checked with the engine that is there.

  --only <steps>  some of: provision, static (which is lint, format, types and workflows), unit, go, integration (which
                  is verifier, engines and bases), check, podman, build, site (which is reproduce and browser)
  --help          this text`;

const {values} = parseFlags(HELP, () => parseArgs({options: {only: {type: 'string'}, help: HELP_FLAG}}));
const only = values.only?.split(',');
const isNamed = (/** @type {import('./lib/steps.mjs').Step} */ {name, group}, /** @type {string} */ word) =>
  word === name || word === group;
const unknown = only?.filter((word) => !STEPS.some((step) => isNamed(step, word))) ?? [];
if (unknown.length > 0) refuseUsage(HELP, `There is no step ${unknown.join(', ')}.`);

refuseWindows();
ensureDependencies();
const folder = mkdtempSync(path.join(os.tmpdir(), 'cgo-field-guide-test-'));
const machine = readMachine();
const asked = STEPS.filter((step) => only?.some((word) => isNamed(step, word)) ?? true);
const leftOut = asked.filter((step) => step.leftOut?.(machine) !== undefined);
/** @type {import('./lib/runStep.mjs').Result[]} */
const results = [];
for (const group of inGroups(asked.filter((step) => !leftOut.includes(step))))
  results.push(...(await runSideBySide(group, {folder, machine})));
rmSync(folder, {recursive: true, force: true});

const passed = results.reduce((sum, {count}) => sum + count.passed, 0);
const failed = results.reduce((sum, {count}) => sum + count.failed, 0);
say('Summary');
for (const {step, count, minutes} of results) {
  const mark = count.failed === 0 ? '✓' : '✗';
  process.stdout.write(
    `${mark} ${step.title.padEnd(62)} ${minutes.toFixed(1).padStart(5)} min  ${count.passed} passed, ${count.failed} failed\n`,
  );
}
for (const {step, count} of results.filter(({count}) => count.failed > 0)) {
  process.stdout.write(`\n✗ ${step.title}: ${count.failures.length} failed; more of each above\n`);
  for (const {name, why} of count.failures)
    process.stdout.write([`  ${name}`, ...why.map((line) => `      ${line}`), ''].join('\n'));
}
for (const step of leftOut)
  process.stdout.write(`\n! Left out: ${step.title}; ${step.leftOut?.(machine) ?? ''}\n`);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

/** @returns {import('./lib/machine').Machine} */
function readMachine() {
  const {stdout} = spawnSync(binary('jiti'), [path.join(ROOT, 'scripts/lib/machine.ts')], {encoding: 'utf8'});
  return JSON.parse(stdout);
}

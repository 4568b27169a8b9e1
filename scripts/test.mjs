// @ts-check
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {DOCUSAURUS, ensureDependencies, ROOT, say} from './lib/dependencies.mjs';
import {countGo, countJunit, countPlaywright, countVitest, SINGLE} from './lib/counts.mjs';

const HELP = `npm test [-- --only <step,…>]

Installs what the tests need, then runs all of them. On a bare Debian machine as root a container engine and a
browser are installed too; elsewhere a missing one is a message, tests that start engines of their own are left out,
and examples are checked with the engine that is there.

  --only <steps>  some of: provision, format, lint, types, workflows, unit, go, integration, check, podman, build, browser
  --help          this text`;

/**
 * A command is told why nothing may be installed here; '': it may.
 *
 * @typedef {{name: string, title: string, command: (report: string, refusal: string) => string[], count: (report: string, code: number) => import('./lib/counts.mjs').Count}} Step
 */

const node = process.execPath;
const bin = (/** @type {string} */ name) => path.join(ROOT, 'node_modules/.bin', name);
const vitest = (
  /** @type {string} */ project,
  /** @type {string} */ report,
  /** @type {string[]} */ ...files
) => [
  node,
  path.join(ROOT, 'node_modules/vitest/vitest.mjs'),
  'run',
  '--project',
  project,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...files,
];

/** Integration tests that start no engine. */
const WITHOUT_ENGINE = ['__tests__/build.integration', '__tests__/dev.integration'];

/** On two platforms. Podman builds each variant from nothing, after loading each base; every one more takes minutes. */
const WITH_PODMAN = ['pure-go-static'];

/** @type {Step[]} */
const STEPS = [
  {
    name: 'provision',
    title: 'Installing what tests need',
    command: () => [bin('jiti'), path.join(ROOT, 'scripts/provision.ts')],
    count: SINGLE,
  },
  {name: 'format', title: 'Format', command: () => [bin('prettier'), '--check', '.'], count: SINGLE},
  {name: 'lint', title: 'Lint', command: () => [bin('eslint'), '.'], count: SINGLE},
  {name: 'types', title: 'Types', command: () => [bin('tsc'), '--noEmit'], count: SINGLE},
  {
    name: 'workflows',
    title: 'Workflows',
    command: () => [node, path.join(ROOT, 'scripts/lintWorkflows.mjs')],
    count: SINGLE,
  },
  {name: 'unit', title: 'Unit tests', command: (report) => vitest('unit', report), count: countVitest},
  {
    name: 'go',
    title: 'Go tests of apps and lab',
    command: (report) => [bin('jiti'), path.join(ROOT, 'scripts/goTests.ts'), report],
    count: countGo,
  },
  {
    name: 'integration',
    title: 'Integration tests with real engines',
    command: (report, refusal) => vitest('integration', report, ...(refusal === '' ? [] : WITHOUT_ENGINE)),
    count: countVitest,
  },
  {
    name: 'check',
    title: 'Every example built and run again, compared with its receipt',
    command: (report, refusal) => [
      ...[node, DOCUSAURUS, 'verify', '--check', '--engine', refusal === '' ? 'docker' : 'auto'],
      ...['--junit', report],
    ],
    count: countJunit,
  },
  {
    name: 'podman',
    title: 'One of them with Podman',
    command: (report) => [
      node,
      DOCUSAURUS,
      'verify',
      ...WITH_PODMAN,
      '--check',
      '--engine',
      'podman',
      '--junit',
      report,
    ],
    count: countJunit,
  },
  {name: 'build', title: 'Site build', command: () => [node, DOCUSAURUS, 'build'], count: SINGLE},
  {
    name: 'browser',
    title: 'Tests in a real browser',
    command: () => [bin('playwright'), 'test'],
    count: countPlaywright,
  },
];

const {values} = parseArgs({options: {only: {type: 'string'}, help: {type: 'boolean', default: false}}});
if (values.help) {
  process.stdout.write(`${HELP}\n`);
  process.exit(0);
}
const only = values.only?.split(',');
const unknown = only?.filter((name) => !STEPS.some((step) => step.name === name)) ?? [];
if (unknown.length > 0) {
  process.stderr.write(`There is no step ${unknown.join(', ')}.\n\n${HELP}\n`);
  process.exit(2);
}

ensureDependencies();
const folder = mkdtempSync(path.join(os.tmpdir(), 'cgo-field-guide-test-'));
const steps = STEPS.filter((step) => only?.includes(step.name) ?? true);
const refusal = whyNotProvision();
const results = steps.map((step) => runStep(step));
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
  process.stdout.write(`\n✗ ${step.title}\n`);
  for (const text of count.failures) process.stdout.write(`  ${text.replaceAll('\n', '\n  ')}\n`);
}
if (refusal !== '' && steps.some(({name}) => name === 'integration'))
  process.stdout.write(
    `\n! Left out: integration tests with engines of their own; no engine is fetched here (${refusal})\n`,
  );
const retried = results.flatMap(({count}) => count.retried ?? []);
if (retried.length > 0) process.stdout.write(`\n! Passed only on the second try: ${retried.length}\n`);
for (const text of retried) process.stdout.write(`  ${text.replaceAll('\n', '\n  ')}\n`);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

function whyNotProvision() {
  const script = path.join(ROOT, 'scripts/lib/whyNotProvision.ts');
  return spawnSync(bin('jiti'), [script], {cwd: ROOT, encoding: 'utf8'}).stdout;
}

/** @param {Step} step */
function runStep(step) {
  say(step.title);
  const report = path.join(folder, `${step.name}.report`);
  const started = performance.now();
  const [command = '', ...args] = step.command(report, refusal);
  const {status} = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: {...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report},
  });
  const minutes = (performance.now() - started) / 60_000;
  return {step, minutes, count: step.count(readReport(report), status ?? 1)};
}

/** @param {string} file */
function readReport(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

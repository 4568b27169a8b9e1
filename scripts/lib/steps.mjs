// @ts-check
import path from 'node:path';
import {binary, DOCUSAURUS, GUIDE, ROOT} from './dependencies.mjs';

/**
 * @typedef {import('./machine').Machine} Machine
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {string} title
 * @property {(report: string, machine: Machine) => string[]} command
 * @property {boolean} [reports] - It writes JUnit XML to the report; else it is one test
 * @property {string} [group] - Steps of one group follow each other, and run side by side
 * @property {(machine: Machine) => string | undefined} [leftOut] - Why it is left out on this machine; undefined: it is not
 */

const node = process.execPath;
const jiti = (/** @type {string} */ script, /** @type {string[]} */ ...args) => [
  binary('jiti'),
  path.join(ROOT, 'scripts', script),
  ...args,
];
const vitest = (
  /** @type {string} */ project,
  /** @type {string} */ report,
  /** @type {readonly string[]} */ files = [],
) => [
  node,
  path.join(ROOT, 'node_modules/vitest/vitest.mjs'),
  'run',
  ...['--project', project],
  ...['--reporter=default', '--reporter=junit', `--outputFile.junit=${report}`],
  ...files,
];
const verify = (
  /** @type {string} */ engine,
  /** @type {string} */ report,
  /** @type {string[]} */ ...ids
) => [...[node, GUIDE, 'verify', ...ids, '--check'], ...['--engine', engine, '--junit', report]];

/** What a check names as left out is checked on another day; the weekly workflow leaves nothing out. */
const CHECK_BUDGET = '5m';
const REPRODUCE_BUDGET = '6m';

/** Tests of the site alone. */
const WITHOUT_ENGINE = ['__tests__/build.integration', '__tests__/dev.integration'];

/** On two platforms. Podman builds each variant from nothing, after loading each base; every one more takes minutes. */
const WITH_PODMAN = ['pure-go-static'];

/** What else would be the first minutes of the check, on cores that other tests leave idle while they wait. */
const IN_IDLE_TIME = process.platform === 'linux' ? ['nice', '-n', '15'] : [];

/** @type {(machine: Machine) => string | undefined} */
const ownEngines = ({refusal}) => refusal && `no engine is fetched here: ${refusal}`;
/** @type {(machine: Machine) => string | undefined} */
const noPodman = ({refusal, podman}) =>
  podman ? undefined : refusal && `there is no podman, and none is installed here: ${refusal}`;

/** @type {readonly Step[]} */
export const STEPS = [
  {
    name: 'provision',
    title: 'Installing what tests need',
    command: () => jiti('provision.ts'),
  },
  {name: 'lint', title: 'Lint', command: () => [binary('eslint'), '.'], group: 'static'},
  {
    name: 'format',
    title: 'Format',
    command: () => [binary('prettier'), '--check', '.'],
    group: 'static',
  },
  {
    name: 'types',
    title: 'Types',
    command: () => [binary('tsc'), '--noEmit'],
    group: 'static',
  },
  {
    name: 'workflows',
    title: 'Workflows',
    command: () => [node, path.join(ROOT, 'scripts/lintWorkflows.mjs')],
    group: 'static',
  },
  {name: 'unit', title: 'Unit tests', command: (report) => vitest('unit', report), reports: true},
  {
    name: 'go',
    title: 'Go tests of apps and lab',
    command: (report) => jiti('goTests.ts', report),
    reports: true,
  },
  {
    name: 'verifier',
    title: 'The verifier, with the engines and bases that it keeps',
    command: (report) => vitest('verifier', report),
    reports: true,
    group: 'integration',
    leftOut: ownEngines,
  },
  {
    name: 'engines',
    title: 'Integration tests: cold caches, and the site without an engine',
    command: (report, {refusal}) => vitest('engines', report, refusal === undefined ? [] : WITHOUT_ENGINE),
    reports: true,
    group: 'integration',
  },
  {
    name: 'bases',
    title: 'Every base that an example needs, rebuilt',
    command: () => [...IN_IDLE_TIME, node, GUIDE, 'bases', '--used'],
    group: 'integration',
    leftOut: ownEngines,
  },
  {
    name: 'check',
    title: 'Examples built and run again, compared with their receipts; changed ones first',
    command: (report, {refusal}) => [
      ...verify(refusal === undefined ? 'docker' : 'auto', report),
      ...['--budget', CHECK_BUDGET],
    ],
    reports: true,
  },
  {
    name: 'podman',
    title: 'One of them with Podman',
    command: (report) => verify('podman', report, ...WITH_PODMAN),
    reports: true,
    leftOut: noPodman,
  },
  {name: 'build', title: 'Site build', command: () => [node, DOCUSAURUS, 'build']},
  {
    name: 'reproduce',
    title: "Recorded runs repeated from the built site's archives, as a reader does",
    command: () => [node, GUIDE, 'reproduce', '--engine', 'docker', '--budget', REPRODUCE_BUDGET],
    group: 'site',
    leftOut: ownEngines,
  },
  {
    name: 'browser',
    title: 'Tests in a real browser',
    command: () => [binary('playwright'), 'test'],
    reports: true,
    group: 'site',
  },
];

/**
 * Steps in the order they are run in, those that run side by side together.
 *
 * @param {readonly Step[]} steps
 * @returns {Step[][]}
 */
export function inGroups(steps) {
  /** @type {Step[][]} */
  const groups = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (step.group !== undefined && last?.[0]?.group === step.group) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

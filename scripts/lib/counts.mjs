// @ts-check
import path from 'node:path';
import {stripVTControlCharacters} from 'node:util';
import {goEvents, printedBy} from './goEvents.mjs';

/**
 * What a step counted, what failed in it with its reason, one text per failure, and what of the passed failed at first.
 *
 * @typedef {{passed: number, failed: number, failures: string[], retried?: string[]}} Count
 */

/** Lines of a reason that the summary repeats; the rest stands above, in the step's own output. */
const LINES = 12;

/**
 * A step that is one test.
 *
 * @param {string} _report
 * @param {number} code
 * @returns {Count}
 */
export const SINGLE = (_report, code) =>
  code === 0
    ? {passed: 1, failed: 0, failures: []}
    : {passed: 0, failed: 1, failures: [`exit code ${code}; see its output above`]};

/**
 * @param {string} report - Vitest's JSON
 * @param {number} code
 */
export const countVitest = (report, code) =>
  counted(report, code, (json) => ({
    passed: Number(json.numPassedTests),
    failed: Number(json.numFailedTests) + Number(json.numFailedTestSuites > 0 && json.numFailedTests === 0),
    failures: json.testResults.flatMap((/** @type {any} */ file) => {
      const name = path.relative(process.cwd(), file.name);
      const failed = file.assertionResults.filter((/** @type {any} */ test) => test.status === 'failed');
      if (failed.length === 0) return file.status === 'failed' ? [failure(name, file.message)] : [];
      return failed.map((/** @type {any} */ test) =>
        failure(`${name} › ${test.fullName}`, test.failureMessages.join('\n')),
      );
    }),
    // Of a test that passed, the report has the errors of earlier tries.
    retried: json.testResults.flatMap((/** @type {any} */ file) =>
      file.assertionResults
        .filter((/** @type {any} */ test) => test.status === 'passed' && test.failureMessages.length > 0)
        .map((/** @type {any} */ test) =>
          failure(
            `${path.relative(process.cwd(), file.name)} › ${test.fullName}`,
            test.failureMessages.join('\n'),
          ),
        ),
    ),
  }));

/**
 * @param {string} report - Playwright's JSON
 * @param {number} code
 */
export const countPlaywright = (report, code) =>
  counted(report, code, ({stats, suites, errors}) => ({
    passed: Number(stats.expected),
    failed: Number(stats.unexpected) + Number(stats.flaky),
    failures: [
      ...errors.map((/** @type {any} */ error) => failure('', error.message)),
      ...suites.flatMap(inSuite),
    ],
  }));

/**
 * @param {string} report - JUnit XML of `verify`
 * @param {number} code
 * @returns {Count}
 */
export function countJunit(report, code) {
  const [, tests, failed] = /<testsuite [^>]*tests="(\d+)" failures="(\d+)"/.exec(report) ?? [];
  if (tests === undefined) return withoutReport(code);
  const cases = report.matchAll(/<testcase [^>]*name="([^"]*)"[^>]*>\s*<failure [^>]*>([^<]*)/g);
  const failures = [...cases].map(([, name = '', text = '']) => failure(unescaped(name), unescaped(text)));
  return atLeastOne({passed: Number(tests) - Number(failed), failed: Number(failed), failures}, code);
}

/**
 * @param {string} report - what `go test -json` printed, for any number of modules
 * @param {number} code
 * @returns {Count}
 */
export function countGo(report, code) {
  const events = goEvents(report);
  const ended = (/** @type {string} */ action) =>
    events.filter(({Test, Action}) => Test !== undefined && Action === action);
  const failures = ended('fail').map((event) =>
    failure(`${event.Package} › ${event.Test}`, printedBy(events, event)),
  );
  return atLeastOne({passed: ended('pass').length, failed: failures.length, failures}, code);
}

/**
 * @param {any} suite - of Playwright's JSON
 * @returns {string[]}
 */
function inSuite(suite) {
  const own = suite.specs.flatMap((/** @type {any} */ spec) =>
    spec.tests
      .filter((/** @type {any} */ test) => test.status === 'unexpected' || test.status === 'flaky')
      .map((/** @type {any} */ test) =>
        failure(
          `[${test.projectName}] ${spec.file}:${spec.line} › ${spec.title}`,
          test.results
            .flatMap((/** @type {any} */ result) =>
              result.errors.map((/** @type {any} */ error) => error.message),
            )
            .join('\n'),
        ),
      ),
  );
  return [...own, ...(suite.suites ?? []).flatMap(inSuite)];
}

/**
 * @param {string} title
 * @param {string | undefined} reason
 */
function failure(title, reason) {
  const lines = stripVTControlCharacters(reason ?? '')
    .trimEnd()
    .split('\n');
  const shown = lines.slice(0, LINES).map((line) => `    ${line}`);
  if (lines.length > LINES) shown.push(`    … ${lines.length - LINES} more lines above`);
  return [title, ...shown].join('\n');
}

/** @param {string} text - of XML */
function unescaped(text) {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/**
 * @param {string} report
 * @param {number} code
 * @param {(json: any) => Count} read
 * @returns {Count}
 */
function counted(report, code, read) {
  try {
    return atLeastOne(read(JSON.parse(report)), code);
  } catch {
    return withoutReport(code);
  }
}

/**
 * The runner itself failed, whatever it ended with.
 *
 * @param {number} code
 * @returns {Count}
 */
function withoutReport(code) {
  return {passed: 0, failed: 1, failures: [`exit code ${code}, and no report; see its output above`]};
}

/**
 * A runner that fails without a failed test, or runs none, has failed.
 *
 * @param {Count} count
 * @param {number} code
 * @returns {Count}
 */
function atLeastOne(count, code) {
  const {passed, failed} = count;
  const broken = failed === 0 && (code !== 0 || passed === 0);
  if (!broken) return count;
  return {...count, failed: 1, failures: [`exit code ${code}, ${passed} passed; see its output above`]};
}

// @ts-check
import path from 'node:path';
import {stripVTControlCharacters} from 'node:util';

/**
 * What a step counted, and what failed in it with its reason, one text per failure.
 *
 * @typedef {{passed: number, failed: number, failures: string[]}} Count
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
  if (tests === undefined) return SINGLE('', code);
  const cases = report.matchAll(/<testcase [^>]*name="([^"]*)"[^>]*>\s*<failure [^>]*>([^<]*)/g);
  const failures = [...cases].map(([, name = '', text = '']) => failure(unescaped(name), unescaped(text)));
  return atLeastOne({passed: Number(tests) - Number(failed), failed: Number(failed), failures}, code);
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
    // No report: the runner itself failed.
    return SINGLE('', code === 0 ? 1 : code);
  }
}

/**
 * A runner that fails without a failed test, or runs none, has failed.
 *
 * @param {Count} count
 * @param {number} code
 * @returns {Count}
 */
function atLeastOne({passed, failed, failures}, code) {
  const broken = failed === 0 && (code !== 0 || passed === 0);
  if (!broken) return {passed, failed, failures};
  return {passed, failed: 1, failures: [`exit code ${code}, ${passed} passed; see its output above`]};
}

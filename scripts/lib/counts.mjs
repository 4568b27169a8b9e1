// @ts-check

/** @typedef {{passed: number, failed: number}} Count */

/**
 * A step that is one test.
 *
 * @param {string} _report
 * @param {number} code
 * @returns {Count}
 */
export const SINGLE = (_report, code) => (code === 0 ? {passed: 1, failed: 0} : {passed: 0, failed: 1});

/**
 * @param {string} report - Vitest's JSON
 * @param {number} code
 */
export const countVitest = (report, code) =>
  counted(report, code, (json) => ({
    passed: Number(json.numPassedTests),
    failed: Number(json.numFailedTests) + Number(json.numFailedTestSuites > 0 && json.numFailedTests === 0),
  }));

/**
 * @param {string} report - Playwright's JSON
 * @param {number} code
 */
export const countPlaywright = (report, code) =>
  counted(report, code, ({stats}) => ({
    passed: Number(stats.expected),
    failed: Number(stats.unexpected) + Number(stats.flaky),
  }));

/**
 * @param {string} report - JUnit XML of `verify`
 * @param {number} code
 * @returns {Count}
 */
export function countJunit(report, code) {
  const [, tests, failures] = /<testsuite [^>]*tests="(\d+)" failures="(\d+)"/.exec(report) ?? [];
  if (tests === undefined) return SINGLE('', code);
  return atLeastOne({passed: Number(tests) - Number(failures), failed: Number(failures)}, code);
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
function atLeastOne({passed, failed}, code) {
  const broken = failed === 0 && (code !== 0 || passed === 0);
  return {passed, failed: broken ? 1 : failed};
}

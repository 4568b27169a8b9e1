// @ts-check

/** @typedef {{passed: number, failed: number, failures: string[]}} Count - and the names of what failed */

const CASE = /<testcase\b([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g;

/**
 * What a step counted. A runner that fails without a failed test, or runs none, has failed itself.
 *
 * @param {number} code - The step's exit code
 * @param {string | undefined} report - JUnit XML, as all runners here write it; undefined: the step is one test
 * @returns {Count}
 */
export function countStep(code, report) {
  if (report === undefined)
    return code === 0
      ? {passed: 1, failed: 0, failures: []}
      : {passed: 0, failed: 1, failures: [`exit code ${code}`]};
  // What tests printed may look like anything.
  const cases = [...report.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '').matchAll(CASE)]
    .map(([, attributes = '', body = '']) => ({attributes, body}))
    .filter(({body}) => !body.includes('<skipped'));
  const failures = cases
    .filter(({body}) => /<(?:failure|error)\b/.test(body))
    .map(({attributes}) => nameOf(attributes));
  const passed = cases.length - failures.length;
  if (failures.length > 0 || (code === 0 && passed > 0)) return {passed, failed: failures.length, failures};
  return {passed, failed: 1, failures: [`exit code ${code}, ${passed} passed`]};
}

/** @param {string} attributes - of a test case: its file or package, and its name there */
function nameOf(attributes) {
  const value = (/** @type {string} */ name) =>
    new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
  return `${value('classname')} › ${value('name')}`
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

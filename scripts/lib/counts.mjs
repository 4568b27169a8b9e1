// @ts-check
import {stripVTControlCharacters} from 'node:util';

/**
 * @typedef {{name: string, why: string[]}} Failure - what failed, and the first lines of what its runner says of it
 * @typedef {{passed: number, failed: number, failures: Failure[]}} Count
 */

const CASE = /<testcase\b([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g;
const FAILURE = /<(failure|error)\b[^>]*?(?:\/>|>([\s\S]*?)<\/\1>)/;
/** Enough to know where to look; everything stands in the output of the step, which may be far above. */
const LINES = 8;
const COLUMNS = 200;

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
      : {passed: 0, failed: 1, failures: [{name: `exit code ${code}`, why: []}]};
  // What tests printed may look like anything.
  const plain = report.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text) => escapeXml(text));
  const cases = [...plain.matchAll(CASE)]
    .map(([, attributes = '', body = '']) => ({attributes, body}))
    .filter(({body}) => !body.includes('<skipped'));
  const failures = cases.flatMap(({attributes, body}) => {
    const failure = FAILURE.exec(body);
    return failure === null ? [] : [{name: nameOf(attributes), why: firstLines(failure[2] ?? '')}];
  });
  const passed = cases.length - failures.length;
  if (failures.length > 0 || (code === 0 && passed > 0)) return {passed, failed: failures.length, failures};
  return {passed, failed: 1, failures: [{name: `exit code ${code}, ${passed} passed`, why: []}]};
}

/** @param {string} attributes - of a test case: its file or package, and its name there */
function nameOf(attributes) {
  const value = (/** @type {string} */ name) =>
    new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
  return unescapeXml(`${value('classname')} › ${value('name')}`);
}

/** @param {string} text - in XML */
function firstLines(text) {
  return stripVTControlCharacters(unescapeXml(text))
    .split('\n')
    .map((line) => line.trimEnd().slice(0, COLUMNS))
    .filter((line) => line !== '')
    .slice(0, LINES);
}

/** @param {string} text */
function escapeXml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** @param {string} text */
function unescapeXml(text) {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

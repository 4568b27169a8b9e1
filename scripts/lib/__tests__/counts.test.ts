import {spawnSync} from 'node:child_process';
import {createRequire} from 'node:module';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {countGo, countJunit, countPlaywright, countVitest} from '../counts.mjs';

const {resolve} = createRequire(import.meta.url);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cgo-test-'));
});
afterEach(() => {
  rmSync(folder, {recursive: true, force: true});
});

/** Runs a test runner in the folder; its JSON report. */
function report(file: string, text: string, ...args: string[]): {report: string; code: number} {
  writeFileSync(path.join(folder, file), text);
  const {status} = spawnSync(process.execPath, args, {
    cwd: folder,
    env: {PATH: process.env.PATH, PLAYWRIGHT_JSON_OUTPUT_NAME: path.join(folder, 'report.json')},
  });
  return {report: readFileSync(path.join(folder, 'report.json'), 'utf8'), code: status ?? 1};
}

describe('what a step counted, and what failed in it', () => {
  it("reads Vitest's report", () => {
    const cli = path.join(path.dirname(resolve('vitest/package.json')), 'vitest.mjs');
    const run = report(
      'sum.test.js',
      `describe('sums', () => {
  it('adds', () => expect(1 + 1).toBe(2));
  it('is wrong', () => expect(1 + 1).toBe(3));
});`,
      ...[cli, 'run', '--globals', '--root', folder, '--reporter=json', '--outputFile=report.json'],
    );
    const count = countVitest(run.report, run.code);
    expect(count).toMatchObject({passed: 1, failed: 1});
    expect(count.failures).toHaveLength(1);
    expect(count.failures[0]).toMatch(
      /sum\.test\.js › sums is wrong\n {4}AssertionError: expected 2 to be 3/,
    );
  });

  it("names what passed only on Vitest's second try", () => {
    const cli = path.join(path.dirname(resolve('vitest/package.json')), 'vitest.mjs');
    const run = report(
      'sum.test.js',
      `let tries = 0;
it('adds', () => expect(1 + 1).toBe(2));
it('is late', () => expect(++tries).toBe(2));`,
      ...[cli, 'run', '--globals', '--retry=1', '--root', folder],
      ...['--reporter=json', '--outputFile=report.json'],
    );
    const count = countVitest(run.report, run.code);
    expect(count).toMatchObject({passed: 2, failed: 0});
    expect(count.retried).toHaveLength(1);
    expect(count.retried?.[0]).toMatch(/sum\.test\.js › is late\n {4}AssertionError: expected 1 to be 2/);
  });

  it("names a file of Vitest's that could not be loaded", () => {
    const cli = path.join(path.dirname(resolve('vitest/package.json')), 'vitest.mjs');
    const run = report(
      'sum.test.js',
      `throw new Error('no such fixture');`,
      ...[cli, 'run', '--globals', '--root', folder, '--reporter=json', '--outputFile=report.json'],
    );
    const count = countVitest(run.report, run.code);
    expect(count).toMatchObject({passed: 0, failed: 1});
    expect(count.failures[0]).toMatch(/sum\.test\.js\n {4}no such fixture/);
  });

  it("reads Playwright's report", () => {
    const run = report(
      'sum.spec.js',
      `const {test, expect} = require(${JSON.stringify(resolve('@playwright/test'))});
test('adds', () => expect(1 + 1).toBe(2));
test.describe('sums', () => {
  test('is wrong', () => expect(1 + 1).toBe(3));
});`,
      ...[resolve('@playwright/test/cli'), 'test', '--reporter=json'],
    );
    const count = countPlaywright(run.report, run.code);
    expect(count).toMatchObject({passed: 1, failed: 1});
    expect(count.failures).toHaveLength(1);
    expect(count.failures[0]).toMatch(
      /sum\.spec\.js:4 › is wrong\n {4}Error: expect\(received\)\.toBe\(expected\)/,
    );
  });

  it('reads the JUnit report of verify', () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="verify" tests="2" failures="1" time="3">
  <testcase classname="verify" name="a (current, linux/amd64)" time="1"/>
  <testcase classname="verify" name="b (current, linux/amd64)" time="2">
    <failure message="stdout">stdout
receipt &quot;a &lt; b&quot;</failure>
  </testcase>
</testsuite>`;
    expect(countJunit(xml, 1)).toEqual({
      passed: 1,
      failed: 1,
      failures: ['b (current, linux/amd64)\n    stdout\n    receipt "a < b"'],
    });
  });

  it('reads what go test -json printed, of several modules', () => {
    const events = [
      {Action: 'run', Package: 'a', Test: 'TestAdds'},
      {Action: 'pass', Package: 'a', Test: 'TestAdds'},
      {Action: 'pass', Package: 'a'},
      {Action: 'output', Package: 'b', Test: 'TestAdds', Output: '    sum_test.go:9: got 3\n'},
      {Action: 'fail', Package: 'b', Test: 'TestAdds'},
      {Action: 'fail', Package: 'b'},
    ];
    const text = `${events.map((event) => JSON.stringify(event)).join('\n')}\n`;
    expect(countGo(text, 1)).toEqual({
      passed: 1,
      failed: 1,
      failures: ['b › TestAdds\n        sum_test.go:9: got 3'],
    });
    expect(countGo('', 0)).toMatchObject({passed: 0, failed: 1});
  });

  it('fails when a runner wrote nothing, or failed without a failed test', () => {
    expect(countVitest('', 0)).toMatchObject({passed: 0, failed: 1});
    expect(countJunit('', 0)).toEqual({
      passed: 0,
      failed: 1,
      failures: ['exit code 0, and no report; see its output above'],
    });
    expect(countJunit('<testsuite name="verify" tests="2" failures="0" time="3">', 3)).toMatchObject({
      failed: 1,
      failures: ['exit code 3, 2 passed; see its output above'],
    });
  });
});

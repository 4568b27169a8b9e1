import {spawnSync} from 'node:child_process';
import {createRequire} from 'node:module';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {toJunit} from '../../../plugins/verified-examples/src/verify/report/machine';
import {countStep} from '../counts.mjs';
import {goReport} from '../goReport';

const {resolve} = createRequire(import.meta.url);
const VITEST = path.join(path.dirname(resolve('vitest/package.json')), 'vitest.mjs');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cgo-test-'));
});
afterEach(() => {
  rmSync(folder, {recursive: true, force: true});
});

/** Runs a test runner in the folder and counts what it reports. */
function counted(file: string, text: string, ...args: string[]) {
  writeFileSync(path.join(folder, file), text);
  const report = path.join(folder, 'report.xml');
  const {status} = spawnSync(process.execPath, args, {
    cwd: folder,
    env: {PATH: process.env.PATH, PLAYWRIGHT_JUNIT_OUTPUT_NAME: report},
  });
  return countStep(status ?? 1, readFileSync(report, 'utf8'));
}

const vitest = (text: string) =>
  counted(
    'sum.test.js',
    text,
    ...[VITEST, 'run', '--globals', '--root', folder, '--reporter=junit', '--outputFile.junit=report.xml'],
  );

describe('counts of a step', () => {
  it('are those of Vitest, without tests that are skipped', () => {
    const count = vitest(`
      it('adds', () => { console.log('<failure>'); expect(1 + 1).toBe(2); });
      it.skip('is not run', () => expect(1).toBe(2));
      describe('sums', () => {
        it('is "wrong" & < 3', () => expect(['<a href="/">']).toEqual([]));
      });`);
    expect(count).toEqual({passed: 1, failed: 1, failures: [expect.anything()]});
    expect(count.failures[0]?.name).toBe('sum.test.js › sums > is "wrong" & < 3');
    expect(count.failures[0]?.why.slice(0, 3)).toEqual([
      'AssertionError: expected [ \'<a href="/">\' ] to deeply equal []',
      '- Expected',
      '+ Received',
    ]);
  });

  it('have a file that Vitest cannot load as a failure', () => {
    const {failures, ...count} = vitest(`throw new Error('no such fixture');`);
    expect(count).toEqual({passed: 0, failed: 1});
    expect(failures).toEqual([
      {
        name: 'sum.test.js › sum.test.js',
        why: expect.arrayContaining(['Error: no such fixture']) as string[],
      },
    ]);
  });

  it('are those of Playwright', () => {
    const count = counted(
      'sum.spec.js',
      `const {test, expect} = require(${JSON.stringify(resolve('@playwright/test'))});
       test('adds', () => { console.log('<failure>'); expect(1 + 1).toBe(2); });
       test.skip('is not run', () => expect(1).toBe(2));
       test.describe('sums', () => {
         test('is wrong', () => expect(1 + 1).toBe(3));
       });`,
      ...[resolve('@playwright/test/cli'), 'test', '--reporter=junit'],
    );
    expect(count).toEqual({passed: 1, failed: 1, failures: [expect.anything()]});
    expect(count.failures[0]?.name).toBe('sum.spec.js › sums › is wrong');
    expect(count.failures[0]?.why.join('\n')).toMatch(/toBe[\s\S]*Expected: 3\n\s+Received: 2/);
  });

  it('are those of Go', () => {
    const events = [
      {Action: 'run', Package: 'a', Test: 'TestAdds'},
      {Action: 'pass', Package: 'a', Test: 'TestAdds'},
      {Action: 'skip', Package: 'a', Test: 'TestNotRun'},
      {Action: 'pass', Package: 'a'},
      {Action: 'output', Package: 'b', Test: 'TestAdds/"<>"', Output: '    sum_test.go:9: got 3\n'},
      {Action: 'fail', Package: 'b', Test: 'TestAdds/"<>"'},
      {Action: 'output', Package: 'b', Output: 'FAIL\tb\t0.01s\n'},
      {Action: 'fail', Package: 'b'},
    ];
    const {report, text} = goReport(events.map((event) => JSON.stringify(event)).join('\n'));
    expect(countStep(1, report)).toEqual({
      passed: 1,
      failed: 1,
      failures: [{name: 'b › TestAdds/"<>"', why: ['    sum_test.go:9: got 3']}],
    });
    expect(text).toBe('    sum_test.go:9: got 3\nFAIL\tb\t0.01s\n');
  });

  it('are those of verify, whose runs may end early', () => {
    const early = toJunit({outcomes: [], seconds: 1, ended: 'dockerd ended by itself'});
    expect(countStep(1, early)).toEqual({
      passed: 0,
      failed: 1,
      failures: [{name: 'verify › run', why: ['dockerd ended by itself']}],
    });
  });

  it('are one failure for a runner that fails without a failed test, or runs none', () => {
    const passed = '<testsuite><testcase classname="a" name="b"/></testsuite>';
    expect(countStep(3, passed)).toEqual({
      passed: 1,
      failed: 1,
      failures: [{name: 'exit code 3, 1 passed', why: []}],
    });
    expect(countStep(0, '')).toEqual({
      passed: 0,
      failed: 1,
      failures: [{name: 'exit code 0, 0 passed', why: []}],
    });
    expect(countStep(0, passed)).toEqual({passed: 1, failed: 0, failures: []});
  });

  it('are one test for a step without a report', () => {
    expect(countStep(0, undefined)).toEqual({passed: 1, failed: 0, failures: []});
    expect(countStep(2, undefined)).toEqual({
      passed: 0,
      failed: 1,
      failures: [{name: 'exit code 2', why: []}],
    });
  });
});

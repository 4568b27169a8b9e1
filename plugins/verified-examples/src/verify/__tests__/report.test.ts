import {describe, expect, it} from 'vitest';
import {hello, only, proofOf} from '../../__tests__/fixtures';
import type {Outcome} from '../judgeAttempt';
import type {Job} from '../plan';
import {confirmed, isFailure, placesOf} from '../outcomes';
import {formatFailures} from '../report/failures';
import {toAnnotations, toJson, toJunit} from '../report/machine';
import {Progress} from '../report/progress';
import {formatSummary} from '../report/summary';

const example = only(hello());
const job: Job = {
  example,
  variant: 'current',
  platform: 'linux/amd64',
  world: 'rebuilt',
  reason: 'There is no proof.',
};
const good: Outcome = {
  attempt: {job, proof: proofOf(example), failures: [], scenarios: 1, seconds: 12.3},
  status: 'moved',
  comparison: {broken: [], moved: [{path: 'image.size', from: '1', to: '2'}]},
  write: undefined,
};
const bad: Outcome = {
  attempt: {
    job,
    proof: undefined,
    failures: [
      {
        scenario: 'greets',
        what: 'stdout',
        expected: 'exactly "hello\\n"',
        got: '\npanic: <b>\n\u0007',
        command: "docker run --rm 'x y'",
      },
    ],
    scenarios: 1,
    seconds: 3,
  },
  status: 'failed',
  comparison: {broken: [], moved: []},
  write: undefined,
};
const differs: Outcome = {
  ...good,
  status: 'differs',
  comparison: {broken: [{path: 'image.user', from: 'a', to: 'b'}], moved: []},
};

/** Texts without the colours of a terminal. */
const plain = (text: string) => text.replace(/\u001b\[[\d;]*m/g, '');

describe('reports', () => {
  it('say what failed, what was expected, what came, and how to repeat it', () => {
    expect(plain(formatFailures([good, bad, differs]))).toMatchSnapshot();
  });

  it('tell of a job that held only when it was done again; one that failed twice has failed', () => {
    const held = confirmed(bad, good);
    expect(isFailure(held)).toBe(false);
    expect(plain(formatSummary([held], 20))).toContain(
      'passed on retry; first attempt differed in: greets: stdout',
    );
    expect(JSON.parse(toJson({outcomes: [held], seconds: 20}))).toMatchObject({
      jobs: [{unsteady: ['greets: stdout']}],
    });
    expect(confirmed(good, differs)).toBe(differs);
    expect(placesOf(differs)).toEqual(['image.user']);
  });

  it('sum up in a table', () => {
    expect(plain(formatSummary([good, bad, differs], 20))).toMatchSnapshot();
  });

  it('name the longest when there are many', () => {
    const many = Array.from({length: 12}, (_, index): Outcome => ({
      ...good,
      attempt: {...good.attempt, seconds: index},
    }));
    expect(plain(formatSummary(many, 60))).toMatch(/Longest 10:\n {5}11\.0 s/);
  });

  it('are well-formed for machines', () => {
    expect(toJunit({outcomes: [good, bad], seconds: 20})).toMatchSnapshot();
    expect(toAnnotations({outcomes: [good, bad]})).toMatchSnapshot();
    expect(JSON.parse(toJson({outcomes: [good, bad], seconds: 20}))).toMatchObject({
      jobs: [{status: 'moved'}, {status: 'failed', failures: [{scenario: 'greets'}]}],
    });
  });
});

describe('reports of a run that ended early', () => {
  const run = {outcomes: [good], seconds: 20, ended: 'The engine failed: <EOF>\nfor good'};

  it('say why, beside what was done', () => {
    expect(JSON.parse(toJson(run))).toMatchObject({ended: run.ended, jobs: [{status: 'moved'}]});
    expect(toJunit(run)).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuite name="verify" tests="2" failures="0" errors="1" time="20">
        <testcase classname="verify" name="hello (current, linux/amd64)" time="12.3"/>
        <testcase classname="verify" name="run"><error>The engine failed: &lt;EOF&gt;
      for good</error></testcase>
      </testsuite>
      "
    `);
    expect(toAnnotations(run)).toMatchInlineSnapshot(
      `"::error title=verify::The engine failed: <EOF>%0Afor good"`,
    );
  });
});

describe('Progress', () => {
  it('writes a line for each step where nobody looks', () => {
    const lines: string[] = [];
    const progress = new Progress({write: (text: string) => lines.push(plain(text))}, 2);
    progress.say('loading bases');
    progress.step(job, 'building');
    progress.done(good);
    progress.close();
    expect(lines.join('')).toMatchInlineSnapshot(`
      "loading bases
      [0/2] hello (current, linux/amd64): building
      ✓ [1/2] hello (current, linux/amd64): moved in 12.3 s
      "
    `);
  });

  it('rewrites one line on a terminal, within its width', () => {
    const written: string[] = [];
    const progress = new Progress(
      {write: (text: string) => written.push(plain(text)), isTTY: true, columns: 40},
      2,
    );
    progress.step(job, 'building');
    progress.close();
    expect(written.at(-2)?.length).toBeLessThan(40);
  });
});

import {describe, expect, it} from 'vitest';
import {hello, MANIFEST, only} from '../../__tests__/fixtures';
import type {Example} from '../../example/collect/example';
import {coverageOf, formatCoverage, inTurns} from '../turns';

const example = only(hello());
const lab = only(
  hello({
    'examples/hello/example.yaml': MANIFEST.replace(
      'title: greets',
      'title: greets\n    network: lab\n    dns: {records: [db.test. 60 IN A 10.0.0.5]}',
    ),
    'examples/_lab/Dockerfile': 'FROM scratch\n',
  }),
);
const job = (id: string, of: Example = example) => ({
  ...{example: {...of, id, label: `examples/${id}`}, variant: 'current'},
  ...{platform: 'linux/amd64', reason: 'checked'},
});
const order = (files: string[], turn: number, jobs = ['a', 'b', 'c', 'd'].map((id) => job(id))) =>
  inTurns(jobs, files, turn).jobs.map((one) => one.example.id);

describe('the order of a check that may not get to all', () => {
  it('begins with what changed, and goes on by turns', () => {
    expect(order(['examples/c/Dockerfile', 'README.md'], 0)).toEqual(['c', 'a', 'b', 'd']);
    expect(order([], 1)).toEqual(['d', 'a', 'b', 'c']);
    const first = new Set([0, 1, 2, 3].map((turn) => order([], turn)[0]));
    expect(first.size).toBe(4);
  });

  it('counts a base and the lab as a change of what rests on them', () => {
    expect(order(['plugins/base-images/facts/golang-1.27.amd64.json'], 0).length).toBe(4);
    expect(inTurns([job('a')], ['plugins/base-images/facts/golang-1.27.amd64.json'], 0).changed.size).toBe(1);
    expect(inTurns([job('a', lab), job('b')], ['examples/_lab/main.go'], 0).changed.size).toBe(1);
  });

  it('names what it left out, and says whether that changed', () => {
    const jobs = ['a', 'b', 'c'].map((id) => job(id));
    const turns = inTurns(jobs, ['examples/a/x'], 0);
    const [done] = turns.jobs;
    if (done === undefined) throw new Error('no job');
    expect(formatCoverage(coverageOf(turns, [{attempt: {job: done}}]))).toBe(
      'checked 1 of 3, all changed ones among them\nLeft out, for want of time: b (current, linux/amd64), c (current, linux/amd64)',
    );
    expect(formatCoverage(coverageOf(turns, []))).toMatch(/^checked 0 of 3, 1 of those left out changed/);
    expect(
      formatCoverage(
        coverageOf(
          turns,
          jobs.map((one) => ({attempt: {job: one}})),
        ),
      ),
    ).toBe('checked 3 of 3, all changed ones among them');
  });
});

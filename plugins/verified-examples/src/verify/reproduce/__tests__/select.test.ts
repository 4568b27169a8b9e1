import {describe, expect, it} from 'vitest';
import {hello, identity, MANIFEST, only, proofOf} from '../../../__tests__/fixtures';
import {RECEIPT_SCHEMA} from '../../../proof/model/receipt';
import {standingsOf} from '../../../proof/gate/state';
import {jobsTried, recordedRuns, withinBudget, type RecordedRun} from '../select';

const run = (scenario: string, kind = 'run', seconds = 1): RecordedRun => ({
  ...{example: 'hello', platform: 'linux/amd64', variant: 'current', scenario, kind, seconds},
});

describe('withinBudget', () => {
  const runs = [run('a'), run('b', 'look take'), run('c'), run('d', 'run lab', 30), run('e'), run('f')];
  const chosen = (seconds: number, turn = 0) =>
    withinBudget(runs, {seconds, turn}).map(({scenario}) => scenario);

  it('takes one of each kind whatever the time, and more as far as it goes', () => {
    expect(chosen(0)).toEqual(['a', 'b', 'd']);
    expect(chosen(60)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(chosen(1000)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('takes others on other days, until all have had their turn', () => {
    const seen = new Set([0, 1, 2, 3, 4, 5].flatMap((turn) => chosen(0, turn)));
    expect([...seen].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('of nothing takes nothing', () => {
    expect(withinBudget([], {seconds: 10, turn: 5})).toEqual([]);
  });
});

describe('recordedRuns', () => {
  it('are the runs of receipts, each with how it is run', () => {
    const manifest = MANIFEST.replace('title: greets', "title: greets\n    readOnly: true\n    user: '1'");
    const example = only(hello({'examples/hello/example.yaml': manifest}));
    const receipt = {
      schema: RECEIPT_SCHEMA as typeof RECEIPT_SCHEMA,
      example: 'hello',
      proofs: [proofOf(example)],
    };
    const options = {identity, now: new Date('2026-11-23T12:00:00Z'), expiresAfterDays: 90};
    const found = recordedRuns([example], standingsOf(example, {receipt}, options), false);
    expect(found).toEqual([{...run('greets', 'run readOnly user', 0.2)}]);
    expect(recordedRuns([example], [], false)).toEqual([]);
  });

  it('of a variant that is slow by itself are repeated when asked for', () => {
    const example = only(
      hello({
        'examples/hello/example.yaml': MANIFEST.replace('  current:\n', '  current:\n    slow: true\n'),
      }),
    );
    const receipt = {
      schema: RECEIPT_SCHEMA as typeof RECEIPT_SCHEMA,
      example: 'hello',
      proofs: [proofOf(example)],
    };
    const options = {identity, now: new Date('2026-11-23T12:00:00Z'), expiresAfterDays: 90};
    const standings = standingsOf(example, {receipt}, options);
    expect(recordedRuns([example], standings, false)).toEqual([]);
    expect(recordedRuns([example], standings, true)).toHaveLength(1);
    expect(jobsTried(example, 'linux/amd64', false)).toEqual([]);
    expect(jobsTried(example, 'linux/amd64', true)).toMatchObject([{variant: 'current'}]);
  });
});

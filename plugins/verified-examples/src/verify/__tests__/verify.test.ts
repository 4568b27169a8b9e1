import {describe, expect, it} from 'vitest';
import {hello, identity, INSPECTION, only, proofOf} from '../../__tests__/fixtures';
import {standingsOf} from '../../proof/gate/state';
import {RECEIPT_SCHEMA, type Proof, type Receipt} from '../../proof/model/receipt';
import {sealOf} from '../../proof/receipt/seal';
import {judgeAttempt} from '../judgeAttempt';
import {parseOptions, UsageError} from '../flags';
import {markMoved} from '../pins';
import type {Attempt} from '../prove';

const NOW = new Date('2026-11-23T12:00:00Z');
const example = only(hello());
const receiptOf = (...proofs: Proof[]): Receipt => ({schema: RECEIPT_SCHEMA, example: 'hello', proofs});

const attemptOf = (proof: Proof | undefined): Attempt => ({
  job: {example, variant: 'current', platform: 'linux/amd64', world: 'rebuilt', reason: ''},
  proof,
  failures:
    proof === undefined
      ? [
          {
            scenario: 'greets',
            what: 'stdout',
            expected: '"hello\\n"',
            got: 'nothing',
            command: 'docker run x',
          },
        ]
      : [],
  scenarios: 1,
  seconds: 2,
});

describe('parseOptions', () => {
  it('lists everything that is wrong at once', () => {
    expect(() => parseOptions([], {engine: 'lxc', bases: 'cloud', jobs: '0', shard: '3/2'}))
      .toThrowErrorMatchingInlineSnapshot(`
      [UsageError: --engine: expected auto, docker, podman, got lxc
      --bases: expected auto, registry, rebuilt, got cloud
      --jobs: expected a whole number from 1, got 0
      --shard: expected i/n with 1 <= i <= n, got 3/2]
    `);
    expect(() => parseOptions([], {check: true, updatePins: true})).toThrow(UsageError);
  });

  it('has defaults', () => {
    expect(parseOptions(['a'], {})).toMatchObject({
      ids: ['a'],
      engine: 'auto',
      bases: 'auto',
      jobs: 2,
      shard: {index: 1, of: 1},
      check: false,
    });
  });
});

describe('judgeAttempt', () => {
  const options = {check: false, expiresAfterDays: 90, now: NOW};
  const recorded = proofOf(example);

  it('writes a first proof, and nothing when nothing changed', () => {
    expect(judgeAttempt(attemptOf(recorded), undefined, options)).toMatchObject({
      status: 'proved',
      write: {variant: 'current'},
    });
    expect(
      judgeAttempt(
        attemptOf(proofOf(example, {provedAt: '2026-11-23T11:00:00Z'})),
        receiptOf(recorded),
        options,
      ),
    ).toMatchObject({status: 'unchanged', write: undefined});
  });

  it('writes what changed, and renews a proof in the second half of its life', () => {
    const changed = proofOf(example, {image: {...INSPECTION, size: 5}});
    expect(judgeAttempt(attemptOf(changed), receiptOf(recorded), options)).toMatchObject({
      status: 'proved',
      write: {image: {size: 5}},
    });
    const old = proofOf(example, {provedAt: '2026-10-01T00:00:00Z'});
    expect(judgeAttempt(attemptOf(recorded), receiptOf(old), options)).toMatchObject({
      status: 'proved',
      write: {provedAt: recorded.provedAt},
    });
  });

  it('keeps the mark of a moved tag on the same pins, and drops it with them', () => {
    const moved = [{what: 'golang:1.27', from: 'sha256:a', to: 'sha256:b', seen: '2026-11-22T00:00:00Z'}];
    const marked = receiptOf(proofOf(example, {moved}));
    expect(judgeAttempt(attemptOf(recorded), marked, options)).toMatchObject({status: 'unchanged'});
    const changed = proofOf(example, {image: {...INSPECTION, size: 5}});
    expect(judgeAttempt(attemptOf(changed), marked, options).write?.moved).toEqual(moved);
    const repinned = {...recorded, key: `sha256:${'0'.repeat(64)}`};
    expect(judgeAttempt(attemptOf(repinned), marked, options).write?.moved).toEqual([]);
  });

  it('writes nothing under --check, and tells a difference from a move', () => {
    const check = {...options, check: true};
    expect(judgeAttempt(attemptOf(recorded), receiptOf(recorded), check)).toMatchObject({
      status: 'unchanged',
      write: undefined,
    });
    const moved = proofOf(example, {image: {...INSPECTION, caRoots: 1}});
    expect(judgeAttempt(attemptOf(moved), receiptOf(recorded), check)).toMatchObject({
      status: 'moved',
      write: undefined,
    });
    const differs = proofOf(example, {stdout: 'hello\n', image: {...INSPECTION, user: 'x'}});
    expect(judgeAttempt(attemptOf(differs), receiptOf(recorded), check)).toMatchObject({
      status: 'differs',
      write: undefined,
    });
  });

  it('catches a receipt that was typed by hand and sealed', () => {
    const forged = {
      ...recorded,
      scenarios: recorded.scenarios.map((run) => ({...run, stdout: 'hello, typed\n'})),
    };
    const sealed = {...forged, seal: sealOf('hello', forged)};
    const outcome = judgeAttempt(attemptOf(recorded), receiptOf(sealed), {...options, check: true});
    expect(outcome).toMatchObject({status: 'differs', comparison: {broken: [{path: 'scenarios.0.stdout'}]}});
  });

  it('needs something to compare with under --check', () => {
    const check = {...options, check: true};
    expect(judgeAttempt(attemptOf(recorded), undefined, check).status).toBe('differs');
    expect(
      judgeAttempt(attemptOf(recorded), receiptOf(proofOf(example, {world: 'registry'})), check).status,
    ).toBe('differs');
  });

  it('fails a reproducible program that comes out otherwise from the same bases', () => {
    const binary = INSPECTION.binary && {...INSPECTION.binary, sha256: 'b'.repeat(64), reproducible: null};
    const measured = proofOf(example, {image: {...INSPECTION, binary}});
    const outcome = judgeAttempt(attemptOf(measured), receiptOf(recorded), {...options, check: true});
    expect(outcome).toMatchObject({
      status: 'differs',
      comparison: {broken: [{path: 'image.binary.sha256, from the same bases'}]},
    });
  });

  it('never writes a failed attempt', () => {
    expect(judgeAttempt(attemptOf(undefined), receiptOf(recorded), options)).toMatchObject({
      status: 'failed',
      write: undefined,
    });
  });
});

describe('markMoved', () => {
  const registry = proofOf(example, {world: 'registry'});
  const now = new Map([['golang:1.27', 'sha256:new']]);

  it('marks registry proofs whose tag names another digest, sealed anew', () => {
    const [marked] = markMoved(receiptOf(registry, proofOf(example)), now, '2026-11-23T00:00:00Z') ?? [];
    expect(marked).toMatchObject({world: 'registry', moved: [{what: 'golang:1.27', to: 'sha256:new'}]});
    expect(marked?.seal).toBe(marked && sealOf('hello', marked));
    expect(
      standingsOf(
        example,
        {receipt: receiptOf(...(marked ? [marked] : []))},
        {identity, now: NOW, expiresAfterDays: 90},
      )[0]?.state,
    ).toBe('moved');
  });

  it('keeps the day a move was first seen, and takes the mark away when the tag is back', () => {
    const [marked] = markMoved(receiptOf(registry), now, '2026-11-20T00:00:00Z') ?? [];
    if (marked === undefined) throw new Error('nothing was marked');
    expect(markMoved(receiptOf(marked), now, '2026-11-23T00:00:00Z')).toBeUndefined();
    expect(
      markMoved(
        receiptOf(marked),
        new Map([['golang:1.27', 'registry-golang:1.27']]),
        '2026-11-23T00:00:00Z',
      )?.[0]?.moved,
    ).toEqual([]);
  });
});

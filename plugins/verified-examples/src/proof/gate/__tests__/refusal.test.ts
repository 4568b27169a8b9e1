import {describe, expect, it} from 'vitest';
import {DOCKERFILE, hello, identity, only, proofOf} from '../../../__tests__/fixtures';
import {collectionOf, symptomExample, symptomProofs} from '../../../__tests__/symptomSite';
import {RECEIPT_SCHEMA} from '../../model/receipt';
import {judge, wordsRefusal} from '../gate';
import {standingsOf} from '../state';

describe('a refusal counts twins apart from proofs', () => {
  const proved = symptomExample();
  const refusal = (proofs = symptomProofs(proved), example = proved) => {
    const {standings, twins} = collectionOf(example, proofs);
    return judge(standings, twins).refusal;
  };

  it('that only rest on proofs which are listed', () => {
    const edited = symptomExample((manifest) => `${manifest}limits: {memory: 1g}\n`);
    expect(refusal(symptomProofs(proved), edited)).toMatchInlineSnapshot(`
      "The site can't be built: 2 proofs are missing, stale or failed; 2 twins rest on them.
        examples/hello (current, linux/amd64) stale: example.yaml changed, after the rebuilt proof of 2026-11-20.
        examples/hello (broken, linux/amd64) stale: example.yaml changed, after the rebuilt proof of 2026-11-19.
      Prove it with: npm run verify hello"
    `);
    expect(refusal([])).toMatchInlineSnapshot(`
      "The site can't be built: 2 proofs are missing, stale or failed; 2 twins rest on them.
        examples/hello (current, linux/amd64) missing: There is no proof.
        examples/hello (broken, linux/amd64) missing: There is no proof.
      Prove it with: npm run verify hello"
    `);
  });

  it('that rest on a proof that failed, and on one that is missing', () => {
    const [current] = symptomProofs(proved, {asks: 'nobody\n'});
    expect(refusal(current === undefined ? [] : [current])).toMatchInlineSnapshot(`
      "The site can't be built: 2 proofs are missing, stale or failed; 2 twins rest on them.
        examples/hello (current, linux/amd64) failed: The rebuilt proof does not hold: stderr of scenario asks: expected a text with "who", got "nobody\\n".
        examples/hello (broken, linux/amd64) missing: There is no proof.
      Prove it with: npm run verify hello"
    `);
  });

  it('that do not hold, of proofs that do', () => {
    const {standings} = collectionOf(proved, symptomProofs(proved));
    const broken = [
      {example: 'hello', symptom: 'no-gcc', reason: 'its fix hello (current) still prints "gcc: not found"'},
      {
        example: 'hello',
        symptom: 'no-gcc',
        reason: 'its failure hello (broken) does not print "gcc: not found"',
      },
    ];
    expect(judge(standings, broken).refusal).toMatchInlineSnapshot(`
      "The site can't be built: 1 twin does not hold.
        twin no-gcc of hello: its fix hello (current) still prints "gcc: not found".
        twin no-gcc of hello: its failure hello (broken) does not print "gcc: not found".
      Prove it with: npm run verify hello"
    `);
  });
});

describe('a proof of the future', () => {
  const example = only(hello());
  const now = new Date('2026-11-23T12:00:00Z');
  const standing = (...moments: string[]) => {
    const proofs = moments.map((provedAt, index) =>
      proofOf(example, {provedAt, world: index === 0 ? 'registry' : 'rebuilt'}),
    );
    const read = {receipt: {schema: RECEIPT_SCHEMA, example: 'hello', proofs} as const};
    const [first] = standingsOf(example, read, {identity, now, expiresAfterDays: 90});
    return {state: first?.state, reasons: first?.reasons, world: first?.proof?.world};
  };

  it('is failed, and says which day it has', () => {
    expect(standing('2096-01-01T00:00:00Z')).toMatchInlineSnapshot(`
      {
        "reasons": [
          "The registry proof is dated 2096-01-01, and today is 2026-11-23: a clock was wrong.",
        ],
        "state": "failed",
        "world": undefined,
      }
    `);
    expect(standing('2026-11-24T12:00:01Z').state).toBe('failed');
  });

  it('may be of another time zone, or of a clock that is a little ahead', () => {
    expect(standing('2026-11-24T12:00:00Z').state).toBe('verified');
  });

  it('leaves the proof of the other world alone', () => {
    expect(standing('2096-01-01T00:00:00Z', '2026-11-20T10:00:00Z')).toEqual({
      ...{state: 'verified', reasons: [], world: 'rebuilt'},
    });
  });

  it('is not made fresh by a change that makes it stale', () => {
    const changed = only(hello({'examples/hello/Dockerfile': `${DOCKERFILE}\n`}));
    const proofs = [proofOf(example, {provedAt: '2096-01-01T00:00:00Z'})];
    const read = {receipt: {schema: RECEIPT_SCHEMA, example: 'hello', proofs} as const};
    expect(standingsOf(changed, read, {identity, now, expiresAfterDays: 90})[0]?.state).toBe('stale');
  });
});

it('a refusal names every receipt of an engine that cannot be used, and what to run', () => {
  expect(wordsRefusal([])).toBeUndefined();
  expect(wordsRefusal(['docker-sid-runc.json: stale: it changed', 'x.json: is of no engine; remove it']))
    .toMatchInlineSnapshot(`
      "The site can't be built: 2 receipts of engines cannot be used.
        plugins/engine-words/receipts/docker-sid-runc.json: stale: it changed
        plugins/engine-words/receipts/x.json: is of no engine; remove it
      Ask them again with: npm run engine-words -- ENGINE …"
    `);
});

import {expect, it} from 'vitest';
import {DOCKERFILE, hello, identity, only, proofOf} from '../../../__tests__/fixtures';
import {RECEIPT_SCHEMA} from '../../model/receipt';
import type {Collection} from '../../collection';
import {forAuthors} from '../forAuthors';
import {standingsOf} from '../state';

it('keeps the last proof of a stale example for authors alone, as stale', () => {
  const proof = proofOf(only(hello()));
  const edited = only(hello({'examples/hello/Dockerfile': `${DOCKERFILE}\n`}));
  const receipt = {schema: RECEIPT_SCHEMA, example: 'hello', proofs: [proof]} as const;
  const now = new Date('2026-11-23T12:00:00Z');
  const standings = standingsOf(
    edited,
    {receipt: {...receipt, proofs: [proof]}},
    {identity, now, expiresAfterDays: 90},
  );
  const collection: Collection = {
    examples: [edited],
    receipts: new Map(),
    standings,
    twins: [],
    identity,
    notReproduced: [],
  };
  expect(forAuthors(collection, 'development').standings[0]).toMatchObject({state: 'stale', proof});
  for (const mode of ['production', 'test', undefined])
    expect(forAuthors(collection, mode).standings[0]).toMatchObject({state: 'stale', proof: undefined});
});

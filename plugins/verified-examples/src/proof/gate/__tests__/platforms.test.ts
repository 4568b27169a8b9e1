import {describe, expect, it} from 'vitest';
import {hello, identity, INSPECTION, MANIFEST, only, proofOf} from '../../../__tests__/fixtures';
import type {Example} from '../../../example/collect/example';
import {RECEIPT_SCHEMA, type Proof} from '../../model/receipt';
import {parseReceipt, type ReadReceipt} from '../../receipt/read';
import {seal} from '../../receipt/seal';
import {formatReceipt, mergeProofs} from '../../receipt/write';
import {judge} from '../gate';
import {standingsOf} from '../state';

const ARM64 = 'linux/arm64';
const BOTH = MANIFEST.replace(
  'title: Go 1.27\n',
  'title: Go 1.27\n    platforms: [linux/amd64, linux/arm64]\n',
);
const example = only(hello());
const both = only(hello({'examples/hello/example.yaml': BOTH}));
const amd64 = proofOf(both);

const {binary} = INSPECTION;
if (binary === null) throw new Error('the fixture has no program');
const IMAGE = {...INSPECTION, architecture: ARM64, binary: {...binary, architecture: 'AArch64'}};

/** The proof that the verifier would have written on arm64, with what it recorded replaced. */
function arm64(of: Example, changes: Partial<Proof> = {}): Proof {
  return seal(of.id, {...proofOf(of, {platform: ARM64}), image: IMAGE, ...changes});
}

/** `platform state` of every standing. */
function states(...proofs: Proof[]): string[] {
  const receipt = {schema: RECEIPT_SCHEMA, example: 'hello', proofs} as const;
  const now = new Date('2026-11-23T12:00:00Z');
  const standings = standingsOf(both, {receipt}, {identity, now, expiresAfterDays: 90});
  const refused = judge(standings, []).refusal !== undefined;
  return [...standings.map(({platform, state}) => `${platform} ${state}`), refused ? 'refused' : 'built'];
}

describe('a proof of one platform', () => {
  it('never stands for the other', () => {
    expect(states(amd64)).toEqual(['linux/amd64 verified', 'linux/arm64 missing', 'refused']);
    expect(states(arm64(both))).toEqual(['linux/amd64 missing', 'linux/arm64 verified', 'refused']);
    expect(states(amd64, arm64(both))).toEqual(['linux/amd64 verified', 'linux/arm64 verified', 'built']);
  });

  it('cannot be relabelled: the key is of the platform, and the seal of the key', () => {
    const relabelled = seal(both.id, {...amd64, platform: ARM64});
    expect(states(amd64, relabelled)).toEqual(['linux/amd64 verified', 'linux/arm64 stale', 'refused']);
    const text = formatReceipt({schema: RECEIPT_SCHEMA, example: both.id, proofs: [relabelled]});
    expect(parseReceipt(text, both.id)).toMatchObject({
      refused: expect.stringContaining('contradicts itself') as string,
    });
  });

  it.each([
    ['an image', {...IMAGE, architecture: 'linux/amd64'}],
    ['a program', {...IMAGE, binary}],
  ])('fails with %s of the other', (_, image) => {
    expect(states(amd64, arm64(both, {image}))).toEqual([
      'linux/amd64 verified',
      'linux/arm64 failed',
      'refused',
    ]);
  });

  it('may show a program of the other where the manifest says so', () => {
    const shows = BOTH.replace('facts:\n', 'facts:\n  binary.architecture: Advanced Micro Devices X86-64\n');
    const mistake = only(hello({'examples/hello/example.yaml': shows}));
    const proofs = [arm64(mistake, {image: {...IMAGE, binary}})];
    const read: ReadReceipt = {receipt: {schema: RECEIPT_SCHEMA, example: 'hello', proofs}};
    const now = new Date('2026-11-23T12:00:00Z');
    expect(standingsOf(mistake, read, {identity, now, expiresAfterDays: 90})[1]?.state).toBe('verified');
  });

  it('stays true when another platform joins, and is dropped when its own leaves', () => {
    expect(proofOf(example).key).toBe(amd64.key);
    const receipt = {schema: RECEIPT_SCHEMA, example: 'hello', proofs: [amd64, arm64(both)]} as const;
    const kept = mergeProofs(example, {...receipt, proofs: [...receipt.proofs]}, []);
    expect(kept.proofs.map(({platform}) => platform)).toEqual(['linux/amd64']);
  });
});

import {describe, expect, it} from 'vitest';
import {DOCKERFILE, hello, identity, MANIFEST, only, proofOf} from '../../__tests__/fixtures';
import type {Example} from '../../example/collect/example';
import {standingsOf} from '../../proof/gate/state';
import {RECEIPT_SCHEMA, type Proof} from '../../proof/model/receipt';
import type {Collection} from '../../proof/collection';
import {parseOptions, type RawOptions} from '../flags';
import {leftOut, planOffline} from '../plan';

const NOW = new Date('2026-11-23T12:00:00Z');
const example = only(hello());

function collectionOf(one: Example, ...proofs: Proof[]): Collection {
  const read = {receipt: {schema: RECEIPT_SCHEMA, example: 'hello', proofs} as const};
  const standings = standingsOf(one, read, {identity, now: NOW, expiresAfterDays: 90});
  return {
    examples: [one],
    receipts: new Map([[one.id, read]]),
    standings,
    twins: [],
    identity,
    notReproduced: [],
  };
}

describe('planOffline', () => {
  it('proves what is stale, and all of it under --force and --check', () => {
    const fresh = collectionOf(example, proofOf(example));
    expect(planOffline(fresh, parseOptions([], {}))).toEqual([]);
    expect(planOffline(fresh, parseOptions([], {force: true}))).toHaveLength(1);
    expect(planOffline(fresh, parseOptions([], {check: true}))).toHaveLength(1);
    expect(planOffline(collectionOf(example), parseOptions([], {}))).toMatchObject([
      {reason: 'There is no proof.'},
    ]);
  });

  it('leaves a slow example out while its proof holds, unless it is asked for', () => {
    const slow = only(
      hello({'examples/hello/example.yaml': MANIFEST.replace('variants:\n', 'slow: true\nvariants:\n')}),
    );
    const fresh = collectionOf(slow, proofOf(slow));
    const planned = (ids: string[], raw: RawOptions) => planOffline(fresh, parseOptions(ids, raw)).length;
    expect([planned([], {check: true}), planned([], {force: true})]).toEqual([0, 0]);
    expect(planned([], {check: true, slow: true})).toBe(1);
    expect(planned(['hello'], {check: true})).toBe(1);
    expect(leftOut(fresh, parseOptions([], {check: true}))).toEqual(['hello']);
    expect(leftOut(fresh, parseOptions([], {}))).toEqual([]);
    expect(leftOut(fresh, parseOptions(['other'], {check: true}))).toEqual([]);
    const shards = ['1/2', '2/2'].map((shard) => leftOut(fresh, parseOptions([], {check: true, shard})));
    expect(shards).toEqual([['hello'], []]);
    const stale = collectionOf(slow);
    expect(planOffline(stale, parseOptions([], {check: true}))).toHaveLength(1);
    expect(planOffline(stale, parseOptions([], {}))).toHaveLength(1);
  });

  it('leaves out a slow variant alone, by its name', () => {
    const manifest = MANIFEST.replace('  current:\n', '  current:\n    slow: true\n');
    const slow = only(hello({'examples/hello/example.yaml': manifest}));
    const fresh = collectionOf(slow, proofOf(slow));
    expect(planOffline(fresh, parseOptions([], {check: true}))).toEqual([]);
    expect(leftOut(fresh, parseOptions([], {check: true}))).toEqual(['hello (current)']);
    expect(planOffline(fresh, parseOptions(['hello'], {check: true}))).toEqual([]);
    expect(planOffline(fresh, parseOptions([], {check: true, slow: true}))).toHaveLength(1);
    expect(planOffline(collectionOf(slow), parseOptions([], {check: true}))).toHaveLength(1);
    expect(proofOf(slow).key).toBe(proofOf(example).key);
  });

  it('is content with a proof of either world, unless one is named', () => {
    const registry = collectionOf(example, proofOf(example, {world: 'registry'}));
    expect(planOffline(registry, parseOptions([], {}))).toEqual([]);
    expect(planOffline(registry, parseOptions([], {bases: 'rebuilt'}))).toMatchObject([
      {reason: 'There is no rebuilt proof.'},
    ]);
    const old = proofOf(example, {world: 'registry'});
    const outdated = {...old, keyParts: {...old.keyParts, bases: {}}, key: `sha256:${'0'.repeat(64)}`};
    expect(
      planOffline(collectionOf(example, outdated, proofOf(example)), parseOptions([], {bases: 'registry'}))[0]
        ?.reason,
    ).toMatch(/^The registry proof is stale: base \S+ was added/);
    const both = collectionOf(example, proofOf(example, {world: 'registry'}), proofOf(example));
    expect(planOffline(both, parseOptions([], {bases: 'rebuilt'}))).toEqual([]);
  });

  it('refuses an unknown id and shards without losing any', () => {
    expect(() =>
      planOffline(collectionOf(example), parseOptions(['helo'], {})),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: There is no example "helo"; did you mean "hello"? known: hello]`,
    );
    const manifest = MANIFEST.replace('variants:\n', 'variants:\n  older: {title: Older}\n');
    const ids = ['hello', 'hullo', 'hallo'];
    const files = ids.flatMap((id) => [
      [`examples/${id}/example.yaml`, manifest.replace('id: hello', `id: ${id}`)],
      [`examples/${id}/Dockerfile`, DOCKERFILE],
    ]);
    const {examples} = hello(Object.fromEntries(files) as Record<string, string>);
    const standings = examples.flatMap((one) =>
      standingsOf(one, {receipt: undefined}, {identity, now: NOW, expiresAfterDays: 90}),
    );
    const three: Collection = {
      examples,
      receipts: new Map(),
      standings,
      twins: [],
      identity,
      notReproduced: [],
    };
    const parts = ['1/2', '2/2'].map((shard) =>
      planOffline(three, parseOptions([], {shard})).map((job) => `${job.example.id} ${job.variant}`),
    );
    expect(parts).toEqual([
      ['hallo older', 'hallo current', 'hullo older', 'hullo current'],
      ['hello older', 'hello current'],
    ]);
  });

  it('gives a machine the same examples to check as to prove, slow ones among them or not', () => {
    const files = ['hallo', 'hello', 'hullo'].flatMap((id) => {
      const manifest = MANIFEST.replace('id: hello', `id: ${id}`);
      return [
        [
          `examples/${id}/example.yaml`,
          id === 'hallo' ? manifest.replace('variants:', 'slow: true\nvariants:') : manifest,
        ],
        [`examples/${id}/Dockerfile`, DOCKERFILE],
      ];
    });
    const {examples} = hello(Object.fromEntries(files) as Record<string, string>);
    const none: Collection = {
      ...{examples, receipts: new Map(), twins: [], identity, notReproduced: []},
      standings: examples.flatMap((one) =>
        standingsOf(one, {receipt: undefined}, {identity, now: NOW, expiresAfterDays: 90}),
      ),
    };
    const all = {...none, standings: none.standings.map((one) => ({...one, state: 'verified' as const}))};
    const idsOf = (collection: Collection, raw: RawOptions) =>
      planOffline(collection, parseOptions([], raw)).map(({example}) => example.id);
    expect(idsOf(none, {shard: '1/2'})).toEqual(['hallo', 'hullo']);
    expect(idsOf(all, {shard: '1/2', check: true})).toEqual(['hullo']);
    expect(idsOf(none, {shard: '2/2'})).toEqual(['hello']);
    expect(idsOf(all, {shard: '2/2', check: true})).toEqual(['hello']);
  });
});

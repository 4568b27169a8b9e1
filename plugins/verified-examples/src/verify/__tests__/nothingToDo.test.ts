import {readFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {folderWith, hello, identity, only, proofOf} from '../../__tests__/fixtures';
import {standingsOf} from '../../proof/gate/state';
import type {BrokenTwin} from '../../proof/gate/twins';
import {RECEIPT_SCHEMA, type Proof} from '../../proof/model/receipt';
import type {Collection} from '../../proof/collection';
import {nothingToDo} from '../nothingToDo';
import {parseOptions, type RawOptions} from '../flags';

const example = only(hello());
const twin: BrokenTwin = {example: 'hello', symptom: 's-one', reason: 'its fix is gone'};

function collectionOf(proof: Proof, ...twins: BrokenTwin[]): Collection {
  const read = {receipt: {schema: RECEIPT_SCHEMA, example: 'hello', proofs: [proof]} as const};
  const now = new Date('2026-11-23T12:00:00Z');
  const settings = {identity, now, expiresAfterDays: 90};
  const standings = standingsOf(example, {receipt: {...read.receipt, proofs: [proof]}}, settings);
  return {examples: [example], receipts: new Map(), standings, twins, identity, notReproduced: []};
}

let said = '';
const run = (collection: Collection, ids: string[] = [], raw: RawOptions = {}) => {
  said = '';
  return nothingToDo(collection, parseOptions(ids, raw));
};
beforeEach(() => {
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('nothing to do', () => {
  it('tells of the proofs that were asked for, and calls none fresh that is not', () => {
    expect(run(collectionOf(proofOf(example)))).toBe(0);
    expect(said).toBe('Nothing to prove: 1 proofs are fresh.\n');
    run(collectionOf(proofOf(example, {provedAt: '2026-01-01T00:00:00Z'})));
    expect(said).toBe('Nothing to prove: 0 proofs are fresh, 1 expired.\n');
    const moved = [{what: 'golang:1.27', from: 'a', to: 'b', seen: '2026-11-22T00:00:00Z'}];
    run(collectionOf(proofOf(example, {moved})));
    expect(said).toBe('Nothing to prove: 0 proofs are fresh, 1 made before upstream moved.\n');
    run(collectionOf(proofOf(example)), ['other']);
    expect(said).toBe('Nothing to prove: 0 proofs are fresh.\n');
  });

  it('fails for a broken twin of what was asked for, not for one of another example', () => {
    const broken = collectionOf(proofOf(example), twin);
    expect([run(broken), run(broken, ['hello']), run(broken, ['other'])]).toEqual([1, 1, 0]);
  });

  it('writes the reports that were asked for, of no job', () => {
    const folder = folderWith({});
    const [json, junit] = [path.join(folder, 'verify.json'), path.join(folder, 'verify.xml')];
    run(collectionOf(proofOf(example)), [], {json, junit});
    expect(JSON.parse(readFileSync(json, 'utf8'))).toEqual({seconds: 0, jobs: []});
    expect(readFileSync(junit, 'utf8')).toContain('tests="0" failures="0"');
  });
});

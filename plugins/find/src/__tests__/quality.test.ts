import path from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import type {FindData} from '../../../../src/find/model';
import {Diagnosis} from '../../../../src/find/diagnose';
import {verifiedExamples} from '../../../siteOptions';
import {collect} from '../../../verified-examples/src/proof/collection';
import {withDefaults} from '../../../verified-examples/src/settings';
import {findData} from '../findData';
import {measureQuality, type Quality} from '../quality';

const SITE = path.join(__dirname, '../../../..');

let data: FindData;
let quality: Quality;

beforeAll(() => {
  const options = withDefaults(verifiedExamples);
  data = findData(SITE, options, collect(SITE, options));
  quality = measureQuality(SITE, data);
}, 120_000);

describe('of lines that have a page', () => {
  it.each(['tuned', 'heldOut'] as const)(
    '95 of 100 lead to it first, and none is certain and wrong (%s)',
    (set) => {
      const {lines, right, wrong, misses} = quality[set];
      expect(wrong).toEqual([]);
      expect(right / lines, misses.join('\n')).toBeGreaterThanOrEqual(0.95);
      expect(lines).toBeGreaterThan(30);
    },
  );
});

it("every engine's text leads to the page of its case", () => {
  expect(quality.engines.wrong).toEqual([]);
  expect(quality.engines.texts).toBeGreaterThan(100);
});

describe('of lines that no page answers', () => {
  it('none gets a certain answer', () => {
    expect(quality.none.certain).toEqual([]);
    expect(quality.none.lines).toBeGreaterThan(200);
  });

  it('none of the logs of other programs does', () => {
    expect(quality.unrelated.certain).toEqual([]);
    expect(quality.unrelated.lines).toBeGreaterThan(1000);
  });
});

describe('the search', () => {
  it('has a mean reciprocal rank of 0.93', () => {
    expect(quality.search.queries).toBeGreaterThanOrEqual(80);
    expect(quality.search.reciprocalRank, quality.search.misses.join('\n')).toBeGreaterThanOrEqual(0.93);
  });
});

it("every symptom's own text leads to it, alone or among those that print the same", () => {
  const diagnosis = new Diagnosis(data);
  const lost = data.symptoms.filter(({id, text}) => {
    const findings = diagnosis.lines(text);
    return !findings.some(({symptom, candidates}) => [symptom, ...candidates].includes(id));
  });
  expect(lost.map(({id}) => id)).toEqual([]);
});

it('finds the one error in a log of 5 MB', () => {
  const log = `${'2024-03-28T07:12:44.123Z INFO request served status=200 duration=12ms\n'.repeat(70_000)}exec /app: no such file or directory\n`;
  expect(new Diagnosis(data).log(log).map(({symptom, line}) => [symptom, line])).toEqual([
    ['exec-no-such-file-or-directory', 70_001],
  ]);
});

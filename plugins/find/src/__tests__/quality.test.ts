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

it('a log of 5 MB is read in time', () => {
  const lines = [
    '2024-03-28T07:12:44.123Z INFO request served method=GET path=/api/v1/users/123 status=200 duration=12ms',
    'Nov 28 14:20:01 host kernel: [12345.678] eth0: link up 1000Mbps full duplex',
    '2024-03-28T07:12:44.123Z ERROR open data-12.json: no such file or directory',
    '10.0.0.1 - - [28/Nov/2026:14:20:01 +0000] "GET /static/app.js HTTP/1.1" 304 0 "-" "Mozilla/5.0"',
  ];
  const block = `${lines.join('\n')}\n`.repeat(200);
  const log = `${block.repeat(Math.ceil(5_000_000 / block.length))}exec /app: no such file or directory\n`;
  const diagnosis = new Diagnosis(data);
  const before = process.cpuUsage();
  const causes = diagnosis.log(log);
  const seconds = process.cpuUsage(before).user / 1e6;
  expect(causes.map(({symptom}) => symptom)).toEqual(['exec-no-such-file-or-directory']);
  // A second on a machine that has nothing else to do; processor time, of one that has.
  expect(seconds).toBeLessThan(3);
});

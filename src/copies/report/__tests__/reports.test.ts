import {describe, expect, it} from 'vitest';
import {copiesOf, fixture, published, sha256} from '../../__tests__/published';
import {copyIndex} from '../../copyIndex';
import {RULES, type CopyState} from '../../model';
import {githubReport} from '../github';
import {jsonReport} from '../json';
import {sarifReport} from '../sarif';
import type {Found} from '../sentences';
import {textReport} from '../text';

const STATIC = fixture('published/pure-go-static');

function found(file: string, text: string, state: CopyState): Found[] {
  const copy = copiesOf(published(state)).find(text);
  return copy === null ? [] : [{file, copy}];
}

const FOUND: Found[] = [
  ...found('a/Dockerfile', fixture('derived/pure-go-static'), {
    is: 'superseded',
    by: '/x/pure-go-static@0123456789ab',
    on: '2026-12-01',
    why: 'the base moved',
  }),
  ...found('b, 100%/Dockerfile', STATIC, {is: 'withdrawn', why: 'it was wrong.'}),
  ...found('c/Dockerfile', `# cgo-guide: ignore=copy-moved reason=frozen\n${STATIC}`, {
    is: 'moved',
    to: '/examples/other',
  }),
  ...found('d/Dockerfile', STATIC, {is: 'current'}),
  ...found('e/Dockerfile', `# from https://a.test/x/pure-go-static@ffffffffffff sha256:${sha256('')}\n`, {
    is: 'current',
  }),
];

it('is for people', () => {
  expect(textReport(FOUND, 9)).toMatchSnapshot();
  expect(textReport([], 1)).toMatchSnapshot();
});

it('is for programs', () => {
  const report: unknown = JSON.parse(jsonReport(FOUND, 9, copyIndex(published(), '2026-12-01')));
  expect(report).toMatchObject({format: 1, index: {asOf: '2026-12-01'}, files: 9});
  expect(report).toHaveProperty('copies.0.file', 'a/Dockerfile');
  expect(report).toHaveProperty('copies.0.differences.length', 7);
  expect(report).toHaveProperty('copies.4.origin', null);
});

it('is for GitHub Actions, without what is current or ignored', () => {
  expect(githubReport(FOUND)).toMatchSnapshot();
});

describe('SARIF', () => {
  interface Log {
    $schema: string;
    version: string;
    runs: {
      tool: {driver: {name: string; rules: {id: string; shortDescription: {text: string}}[]}};
      results: {
        ruleId: string;
        ruleIndex: number;
        level: string;
        message: {text: string};
        locations: {physicalLocation: {artifactLocation: {uri: string}; region: {startLine: number}}}[];
        partialFingerprints: Record<string, string>;
        suppressions: {kind: string; justification: string}[];
      }[];
    }[];
  }
  const {$schema, version, runs} = JSON.parse(sarifReport(FOUND)) as Log;
  const run = runs[0];

  it('has the version and the schema of 2.1.0, and one run', () => {
    expect(version).toBe('2.1.0');
    expect($schema).toMatch(/sarif-schema-2\.1\.0\.json$/);
    expect(runs).toHaveLength(1);
  });

  it('has every rule, each with a sentence', () => {
    expect(run?.tool.driver.rules.map(({id}) => id)).toEqual(Object.keys(RULES));
    for (const {shortDescription} of run?.tool.driver.rules ?? []) expect(shortDescription.text).not.toBe('');
  });

  it('has a result for each copy that is not current, with all that GitHub asks for', () => {
    expect(run?.results.map(({ruleId}) => ruleId)).toEqual([
      'copy-superseded',
      'copy-withdrawn',
      'copy-moved',
      'copy-unknown',
    ]);
    for (const {ruleId, ruleIndex, level, message, locations, partialFingerprints} of run?.results ?? []) {
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(['none', 'note', 'warning', 'error']).toContain(level);
      expect(message.text).toMatch(/\.$/);
      expect(locations).toHaveLength(1);
      expect(locations[0]?.physicalLocation.region.startLine).toBeGreaterThan(0);
      expect(Object.values(partialFingerprints).every((one) => one !== '')).toBe(true);
    }
  });

  it('has paths as relative URIs', () => {
    const uris = run?.results.map(({locations}) => locations[0]?.physicalLocation.artifactLocation.uri);
    expect(uris?.[1]).toBe('b%2C%20100%25/Dockerfile');
  });

  it('has ignored copies as suppressed', () => {
    expect(run?.results.map(({suppressions}) => suppressions)).toEqual([
      [],
      [],
      [{kind: 'inSource', justification: 'frozen'}],
      [],
    ]);
  });
});

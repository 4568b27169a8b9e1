import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {formatProblem, type Problem} from '../../../verified-examples/src/problems';
import type {Recorded} from '../catalogue';
import {allPatterns} from '../catalogue';
import {reportMistaken} from '../check';
import {guideDocs, proseOf} from '../docs';
import {ownPattern} from '../ownText';
import {PATTERNS, readWritten} from '../written';

let site: string;
beforeEach(() => {
  site = mkdtempSync(path.join(os.tmpdir(), 'find-'));
  mkdirSync(path.join(site, PATTERNS), {recursive: true});
});
afterEach(() => {
  rmSync(site, {recursive: true});
});

const SYMPTOMS: Recorded[] = [
  {id: 'missing', title: 'Missing', text: 'exec /app: no such file', outputs: ['exec /app: no such file\n']},
  {
    id: 'denied',
    title: 'Denied',
    text: 'exec /app: permission denied',
    outputs: ['exec /app: permission denied\n'],
  },
];

function problemsOf(yaml: string): string[] {
  writeFileSync(path.join(site, PATTERNS, 'start.yaml'), yaml);
  const problems: Problem[] = [];
  const written = readWritten(
    site,
    SYMPTOMS.map(({id}) => id),
    problems,
  );
  if (problems.length === 0) reportMistaken(SYMPTOMS, allPatterns(SYMPTOMS, written), written, problems);
  return problems.map(formatProblem);
}

describe('what is wrong with a pattern is told with its place', () => {
  it.each([
    ['a good one', "missing:\n  - text: 'exec {file}: no such file'\n"],
    ['an unknown symptom', "mising:\n  - text: 'exec {file}: no such file'\n"],
    ['an unknown slot', "missing:\n  - text: 'exec {fiel}: no such file'\n"],
    ['no word of its own', "missing:\n  - text: '{file}: {num}'\n"],
    ['what its own runs never printed', "missing:\n  - text: 'exec {file}: gone'\n"],
    [
      "another's text",
      "missing:\n  - text: 'exec {file}: no such file'\n  - text: 'exec {file}: {permission|access} denied'\n    seen: https://example.com/1\n",
    ],
    ['an unknown key', "missing:\n  - text: 'exec {file}: no such file'\n    sen: https://example.com/1\n"],
  ])('%s', (_what, yaml) => {
    expect(problemsOf(yaml)).toMatchSnapshot();
  });
});

describe('a symptom without patterns is found by its text', () => {
  it.each([
    'Error loading shared library libz.so.1: No such file or directory (needed by /app)',
    "version `GLIBC_2.38' not found",
    'dial tcp: lookup db.test: i/o timeout',
    'open /etc/{x}: [1] no',
    'Illegal instruction',
  ])('%s', (text) => {
    expect(ownPattern(text)).toMatchSnapshot();
  });
});

it('a guide is read in its sections, as a reader reads it', () => {
  const page = [
    '---',
    'title: Resolvers',
    'slug: /understand/resolvers',
    'description: How.',
    '---',
    'It [asks](/x) :measured[`%` times]{id=a fact=b}. {/* unproved: c */}',
    '::transcript{id=a scenario=b}',
    '## What decides {/* #what-decides */}',
    '<Note>`nsswitch.conf`</Note>',
  ].join('\n');
  expect(guideDocs('docs/understand/resolvers.mdx', page)).toMatchSnapshot();
  expect(proseOf('a <!-- unproved: x --> b')).toBe('a b');
});

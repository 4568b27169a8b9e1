import {mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {discoverExamples} from '../../../../verified-examples/src/example/collect/discover';
import {readFiles} from '../../../../verified-examples/src/example/collect/files';
import {ERRATA_FILE, readErrata} from '../readErrata';

const SITE = path.resolve(__dirname, '../../../../..');
const EXAMPLES = [
  {id: 'lookup-deadlines', manifest: {scenarios: [{id: 'deadline-dial'}, {id: 'rotate-host'}]}},
];

let site: string;

beforeEach(() => {
  site = mkdtempSync(path.join(tmpdir(), 'errata-'));
  mkdirSync(path.join(site, path.dirname(ERRATA_FILE)), {recursive: true});
});

afterEach(() => {
  rmSync(site, {recursive: true});
});

function read(...entries: string[]) {
  writeFileSync(path.join(site, ERRATA_FILE), entries.join('\n'));
  return readErrata(site, EXAMPLES);
}

const entry = (more: Record<string, string> = {}) =>
  `- ${Object.entries({
    id: 'a-name',
    on: '2026-11-28',
    page: '/understand/resolvers',
    said: 'It was so.',
    holds: 'It is not.',
    experiment: '{example: lookup-deadlines, scenario: rotate-host}',
    ...more,
  })
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n  ')}`;

describe('readErrata', () => {
  test('reads what is right', () => {
    expect(read(entry())).toEqual([
      expect.objectContaining({
        id: 'a-name',
        experiment: {example: 'lookup-deadlines', scenario: 'rotate-host'},
      }),
    ]);
  });

  test('an experiment that the site does not have is refused, with every other fault of this kind', () => {
    expect(() =>
      read(
        entry(),
        entry({experiment: '{example: lookup-deadline, scenario: rotate-host}'}),
        entry({id: 'b', experiment: '{example: lookup-deadlines, scenario: rotate}'}),
      ),
    ).toThrowErrorMatchingInlineSnapshot(`
      [ProblemsError: The errata are not valid:
        plugins/permalinks/errata.yaml:7:7: "a-name" is in this list already; an id is an address
        plugins/permalinks/errata.yaml:12:25: there is no example "lookup-deadline"; did you mean "lookup-deadlines"? known: lookup-deadlines
        plugins/permalinks/errata.yaml:18:53: lookup-deadlines has no scenario "rotate"; known: deadline-dial, rotate-host]
    `);
  });

  test('faults of form are refused by line', () => {
    expect(() =>
      read(
        entry({on: '28 Nov 2026'}),
        entry({id: 'A_b', page: 'understand/resolvers'}),
        entry({said: "' '", sad: 'x'}),
      ),
    ).toThrowErrorMatchingInlineSnapshot(`
      [ProblemsError: The errata are not valid:
        plugins/permalinks/errata.yaml:2:7: 0.on: expected a day as YYYY-MM-DD, got "28 Nov 2026"
        plugins/permalinks/errata.yaml:7:7: 1.id: expected lower-case letters and digits joined by single hyphens, got "A_b"
        plugins/permalinks/errata.yaml:9:9: 1.page: expected a site path such as /understand/resolvers, got "understand/resolvers"
        plugins/permalinks/errata.yaml:16:9: 2.said: expected a sentence
        plugins/permalinks/errata.yaml:19:3: 2: unknown key "sad"; did you mean "said"? known: experiment, holds, id, on, page, said]
    `);
  });
});

describe('the errata of this site', () => {
  const {examples} = discoverExamples(SITE, 'examples');
  const errata = readErrata(SITE, examples);

  test('name runs that there are', () => {
    expect(errata.length).toBeGreaterThan(10);
  });

  test('are no longer said', () => {
    const plain = (text: string) =>
      text
        .replace(/\s+/g, ' ')
        .replace(/[*`]|\]\([^)]*\)|\[/g, '')
        .toLowerCase();
    const manifests = examples.map(({folder}) => readFileSync(path.join(folder, 'example.yaml'), 'utf8'));
    const docs = readFiles(path.join(SITE, 'docs'), 'docs', []).map(({bytes}) => bytes.toString());
    const site = plain([...manifests, ...docs].join('\n'));
    expect(site).toContain('a server in the text');
    expect(errata.filter(({said}) => site.includes(plain(said)))).toEqual([]);
  });
});

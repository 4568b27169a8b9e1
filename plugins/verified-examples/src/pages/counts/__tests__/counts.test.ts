import {describe, expect, it} from 'vitest';
import {folderWith} from '../../../__tests__/fixtures';
import {collectionOf, symptomExample, symptomProofs} from '../../../__tests__/symptomSite';
import {parsePage} from '../../mdx/pages';
import {claimsIn, countClaims} from '../claims';
import {formatCounts} from '../command';
import {siteCounts} from '../counts';

const example = symptomExample((manifest) =>
  manifest.replace('twins:\n', 'matrix:\n  - {heading: Both, scenarios: [greets, asks]}\ntwins:\n'),
);

describe('siteCounts', () => {
  it('counts what is written and what is proved', () => {
    expect(siteCounts(collectionOf(example, symptomProofs(example)), 7)).toEqual({
      examples: 1,
      variants: 2,
      scenarios: 3,
      runs: 3,
      twins: 2,
      cells: 2,
      symptoms: 2,
      notReproduced: 1,
      claims: 7,
      unproved: 0,
      lastVerified: '2026-11-20T10:00:00Z',
    });
  });

  it('does not count a symptom whose fix is not proved', () => {
    const proofs = symptomProofs(example, {greets: 'hello who\n'});
    expect(siteCounts(collectionOf(example, proofs), 0)).toMatchObject({twins: 2, symptoms: 0, unproved: 1});
  });

  it('counts nothing as proved without receipts', () => {
    expect(siteCounts(collectionOf(example, []), 0)).toMatchObject({
      runs: 0,
      symptoms: 0,
      unproved: 2,
      lastVerified: null,
    });
  });
});

describe('claims', () => {
  it.each([
    ['two in a line', ':measured{id=a} and :measured[`x=%`]{id=b}', 2],
    ['in what is no table yet', '| :measured[% of]{id=a} |', 1],
    ['the directive shown as code', 'write `:measured{id=a}` so', 0],
    ['in a fence', '```md\n:measured{id=a}\n```\n', 0],
    ['a leaf directive', '::measured{id=a}', 0],
    ['another word', ':measuredly{id=a} golang:alpine', 0],
    ['in a list with stars', '* :measured[%]{id=a}\n* :measured[%]{id=b}', 2],
    ['in a table', '| a | b |\n| - | - |\n| :measured[%]{id=a} | :measured[%]{id=b} |', 2],
    ['in a component', '<details>\n\n:measured[%]{id=a}\n\n</details>', 1],
    ['in front matter and comments', '---\ntitle: :measured{id=a}\n---\n\n{/* :measured{id=a} */}', 0],
    ['code that spans lines', '`a\n:measured{id=a}`', 0],
  ])('%s', async (_, page, number) => {
    expect(claimsIn(await parsePage(page))).toBe(number);
  });

  it('are counted over all pages', async () => {
    const siteDir = folderWith({
      'docs/a.mdx': ':measured{id=a}',
      'docs/deep/b.mdx': ':measured{id=b}\n:measured{id=c}',
      'docs/notes.txt': ':measured{id=d}',
    });
    expect(await countClaims(siteDir, {examples: []})).toBe(3);
  });
});

it('prints one aligned line a count', () => {
  expect(formatCounts(siteCounts(collectionOf(example, symptomProofs(example)), 123))).toMatchInlineSnapshot(`
    "Examples                   1  folders with a Dockerfile, a manifest and a receipt
    Variants                   2  images of them, each built by itself
    Scenarios                  3  runs described, each with what must come out
    Recorded runs              3  the same, once for each variant and platform
    Matrix cells               2  scenarios compared across variants in a table
    Twins                      2  failures on purpose, each with its fix
    Symptoms proved            2  failure, confirming command and fix all recorded
    Symptoms not reproduced    1  listed as such, with the reason
    Measured values          123  in the text of pages, read from a receipt
    Unproved                   0  images without a valid proof; any stops the build
    "
  `);
});

import {expect, it} from 'vitest';
import {folderWith} from '../../../__tests__/fixtures';
import {formatProblem, type Problem} from '../../../problems';
import {readNotReproduced} from '../notReproduced';

const ENTRY = `- id: rosetta
  text: 'rosetta error'
  why: needs a Mac
  source: {title: pull request 3, url: 'https://x.test/3'}
`;

function read(text: string, proved: string[] = []) {
  const problems: Problem[] = [];
  const list = readNotReproduced(
    folderWith({'examples/not-reproduced.yaml': text}),
    'examples',
    proved,
    problems,
  );
  return {list, problems: problems.map(formatProblem)};
}

it('reads the list', () => {
  expect(read(ENTRY)).toEqual({
    problems: [],
    list: [
      {
        id: 'rosetta',
        text: 'rosetta error',
        why: 'needs a Mac',
        source: {title: 'pull request 3', url: 'https://x.test/3'},
      },
    ],
  });
});

it('is empty without the file', () => {
  expect(readNotReproduced(folderWith({}), 'examples', [], [])).toEqual([]);
});

it('refuses what is proved, there twice, or malformed', () => {
  expect(read(ENTRY, ['rosetta']).problems).toMatchInlineSnapshot(`
    [
      "examples/not-reproduced.yaml: 0.id: "rosetta" is proved by a twin; take it out of this list",
    ]
  `);
  expect(read(ENTRY + ENTRY).problems).toMatchInlineSnapshot(`
    [
      "examples/not-reproduced.yaml: 1.id: "rosetta" is in this list already",
    ]
  `);
  expect(read(ENTRY.replace("'https://x.test/3'", "'http://x.test/3'")).problems).toMatchInlineSnapshot(`
    [
      "examples/not-reproduced.yaml:4:40: 0.source.url: expected an https:// address, got "http://x.test/3"",
    ]
  `);
  expect(read(ENTRY.replace('why: needs a Mac', 'reason: x')).problems).toMatchInlineSnapshot(`
    [
      "examples/not-reproduced.yaml:1:3: 0.why: expected string, got nothing",
      "examples/not-reproduced.yaml:3:3: 0: unknown key "reason"; known: id, source, text, why",
    ]
  `);
});

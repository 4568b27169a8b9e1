import path from 'node:path';
import {expect, it} from 'vitest';
import {verifiedExamples} from '../../../../../siteOptions';
import {withDefaults} from '../../../settings';
import {hello, MANIFEST, only, proofOf} from '../../../__tests__/fixtures';
import {RECEIPT_SCHEMA} from '../../../proof/model/receipt';
import type {ReadReceipt} from '../../../proof/receipt/read';
import {audit} from '../command';
import {textsIn} from '../components';
import {parsePage} from '../../mdx/pages';
import {unprovedIn} from '../page';
import {unprovedInProse} from '../prose';
import {unprovedTitles} from '../titles';

const unproved = async (page: string) => unprovedIn({text: page, tree: await parsePage(page)});

it('lists figures that their sentence does not back, and code in sections without a proof', async () => {
  const page = `---
title: Ten 10
---

It takes 5 seconds. Nothing here. Use \`ndots\`.

## Proved 1 {/* #proved */}

It takes 4 seconds elsewhere. It takes 5 seconds:

::transcript{id=a scenario=b}

Use \`ndots\`. It takes 7 seconds on arm64.

## Linked

- 5 s: [one silent server](/fix/lookup-io-timeout)
- 6 s: [another page](/understand/resolvers)
- 7 s: [a section](/understand/timeouts#search)
- 8 s: [a file](./a.txt)

## Reasoned

Set \`x\`.
{/* unproved: needs a cluster */}
`;
  expect(await unproved(page)).toEqual([
    {line: 5, sentence: 'It takes 5 seconds.'},
    {line: 5, sentence: 'Use `ndots`.'},
    {line: 9, sentence: 'It takes 4 seconds elsewhere.'},
    {line: 13, sentence: 'It takes 7 seconds on arm64.'},
    {line: 18, sentence: '6 s: [another page](/understand/resolvers)'},
    {line: 20, sentence: '8 s: [a file](./a.txt)'},
  ]);
});

it.each([
  ['a list with stars', '* Fast.\n* Takes 5 s.\n', [{line: 2, sentence: 'Takes 5 s.'}]],
  ['a list with numbers', '1. Fast.\n2. Uses `ndots`. Slow.\n', [{line: 2, sentence: 'Uses `ndots`.'}]],
  ['a list in a list', '- a\n  - 5 s\n', [{line: 2, sentence: '5 s'}]],
  ['a table', '| a | b |\n| - | - |\n| c | 5 s |\n', [{line: 3, sentence: '| c | 5 s |'}]],
  [
    'a component',
    '<details>\n<summary>More</summary>\n\nTakes 5 s.\n\n</details>\n',
    [{line: 4, sentence: 'Takes 5 s.'}],
  ],
  ['a note', ':::note\n\nTakes 5 s.\n\n:::\n', [{line: 3, sentence: 'Takes 5 s.'}]],
  ['a quotation', '> Takes 5 s.\n', [{line: 1, sentence: 'Takes 5 s.'}]],
  ['a sentence on two lines', 'Fast. It\ntakes 5 s.\n', [{line: 1, sentence: 'It\ntakes 5 s.'}]],
  ['words with a colon', 'Built from golang:alpine3.\n', [{line: 1, sentence: 'Built from golang:alpine3.'}]],
  [
    'words',
    'Wait thirty seconds.\n\nHalf a minute.\n\nThe second one is last.\n',
    [
      {line: 1, sentence: 'Wait thirty seconds.'},
      {line: 3, sentence: 'Half a minute.'},
    ],
  ],
  ['emphasis', 'It takes **5** s.\n', [{line: 1, sentence: 'It takes **5** s.'}]],
])('sees sentences in %s', async (_, page, sentences) => {
  expect(await unproved(page)).toEqual(sentences);
});

it.each([
  ['code that shows a directive', '```md\n::transcript{id=a}\n```\n\nTakes 5 s.\n', 1],
  ['a figure in an address or an attribute', 'See [it](/a/5), ![it](/b/6).\n\n<A b="7">text</A>\n', 0],
  ['a reason after a table', '| a | 5 |\n| - | - |\n\n{/* unproved: needs a cluster */}\n', 0],
  ['a reason in one item of a list', '- 5 s\n  {/* unproved: needs a cluster */}\n- a\n', 0],
  ['a comment that is no reason', '5 s.\n\n{/* proved 6 */}\n', 1],
  ['a proof inside a component', 'Takes 5 s.\n\n<Tabs>\n\n::transcript{id=a}\n\n</Tabs>\n', 0],
])('reads %s as what it is', async (_, page, number) => {
  expect(await unproved(page)).toHaveLength(number);
});

it('judges each sentence of a symptom by itself', () => {
  const text =
    'Takes :measured[% s]{id=a fact=size}. Takes 5 s. It says "no". Since [1.20](https://go.dev/). `options timeout:1` helps. Takes 6 s <!-- unproved: needs a cluster -->';
  expect(unprovedInProse(text)).toEqual(['Takes 5 s.', 'It says "no".']);
  expect(unprovedInProse('Takes 5 s.\n<!-- unproved: needs a cluster -->\n\nTakes 6 s.')).toEqual([
    'Takes 6 s.',
  ]);
});

it('finds none in guides and symptoms', async () => {
  expect(await audit(path.resolve(__dirname, '../../../../../..'), withDefaults(verifiedExamples))).toEqual(
    [],
  );
});

it('compares the figures of titles with what the example is and has printed', () => {
  const titled = (title: string) => {
    const example = only(
      hello({'examples/hello/example.yaml': MANIFEST.replace('title: Hello', `title: ${title}`)}),
    );
    const receipt: ReadReceipt = {
      receipt: {schema: RECEIPT_SCHEMA, example: example.id, proofs: [proofOf(example)]},
    };
    return unprovedTitles({examples: [example], receipts: new Map([[example.id, receipt]])});
  };
  expect(titled('Hello of Go 1.27')).toEqual([]);
  expect(titled('Hello in 999 words')).toEqual(['examples/hello/example.yaml: title: Hello in 999 words']);
});

it('reads the words of components, not their drawings', () => {
  const source = `const why = 'takes 5 s'; const x = <p title="a b"><svg d="M2 2 10 10" />In 7 ways. <b>{why}</b></p>;`;
  expect(textsIn(source)).toEqual([
    {line: 1, text: 'takes 5 s'},
    {line: 1, text: 'In 7 ways.'},
  ]);
});

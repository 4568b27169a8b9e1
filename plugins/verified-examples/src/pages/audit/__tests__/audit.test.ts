import path from 'node:path';
import {expect, it} from 'vitest';
import {audit} from '../command';
import {unprovedSentences} from '../page';

it('lists sentences with a figure or code in sections without a proof', () => {
  const page = `---
title: Ten 10
---

It takes 5 seconds. Nothing here. Use \`ndots\`.

## Proved 1 {/* #proved */}

It takes 5 seconds:

::transcript{id=a scenario=b}

## Linked

- 5 s: [one silent server](/fix/lookup-io-timeout)
- 6 s: [another page](/understand/resolvers)

## Reasoned

Set \`x\`.
{/* unproved: needs a cluster */}
`;
  expect(unprovedSentences(page)).toEqual([
    {line: 5, sentence: 'It takes 5 seconds.'},
    {line: 5, sentence: 'Use `ndots`.'},
    {line: 15, sentence: '6 s: [another page](/understand/resolvers)'},
  ]);
});

it('finds none in the guides', () => {
  expect(audit(path.resolve(__dirname, '../../../../../..'))).toEqual([]);
});

import {expect, test} from 'vitest';
import {loadHast} from '../../twins/hast';
import {claimUses} from '../claims';

async function usesIn(html: string) {
  const {fromParse5, parseFragment, select} = await loadHast();
  const main = select('main', fromParse5(parseFragment(`<main>${html}</main>`)));
  if (main === undefined) throw new Error('no main');
  return claimUses({main, path: '/p'}).map(({claim, value, sentence}) => [claim, value, sentence]);
}

const VALUE = (claim: string, text: string) => `<span><a data-claim=${claim} href=/e>${text}</a></span>`;

test('a value stands in its sentence, not in the whole paragraph', async () => {
  const html = `<p>First sentence. It takes ${VALUE('a.seconds', '5 s')}, with <code>musl</code>. The last one.</p>`;
  expect(await usesIn(html)).toEqual([['a.seconds', '5 s', 'It takes 5 s, with musl.']]);
});

test('equal values are told apart by their place', async () => {
  const html = `<p>Go waits ${VALUE('go', '5 s')}. Then musl waits ${VALUE('musl', '5 s')}.</p>`;
  expect(await usesIn(html)).toEqual([
    ['go', '5 s', 'Go waits 5 s.'],
    ['musl', '5 s', 'Then musl waits 5 s.'],
  ]);
});

test('in a table, row and column say what it is', async () => {
  const html = `<table><thead><tr><th>What<th>Go<th>musl</thead><tbody><tr><td>One server<td>10 s<td>${VALUE('m', '5 s')}</tbody></table>`;
  expect(await usesIn(html)).toEqual([['m', '5 s', 'One server: musl: 5 s']]);
});

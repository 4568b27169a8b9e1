import {expect, it} from 'vitest';
import {Search} from '../search';
import {wordsOf} from '../words';

it.each([
  ['libresolv.so.2', ['libresolv.so.2', 'libresolv', 'so']],
  ["version `GLIBC_2.34'", ['version', 'glibc_2.34', 'glibc', '34']],
  [
    '/lib64/ld-linux-x86-64.so.2',
    ['lib64/ld-linux-x86-64.so.2', 'ld-linux-x86-64.so.2', 'lib64', 'ld', 'linux', 'x86', '64', 'so'],
  ],
  ['What is the resolver?', ['resolver']],
])('%s', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

it('finds a page once, at its best section, by a misspelt word, and never by another version', () => {
  const doc = (href: string, title: string, text: string) => ({
    id: href,
    kind: 'guide' as const,
    href,
    title,
    text,
  });
  const search = Search.of([
    doc('/a', 'Resolvers', 'how names are looked up'),
    doc('/a#misbehaving', 'Resolvers', 'a server that is misbehaving, misbehaving'),
    doc('/b', 'Versions', 'glibc_2.34'),
  ]);
  expect(search.find('serevr misbehavng', 5).map(({href}) => href)).toEqual(['/a#misbehaving']);
  expect(search.find('2.38', 5)).toEqual([]);
});

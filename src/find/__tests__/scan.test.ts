import {describe, expect, it} from 'vitest';
import {Scan} from '../scan';

const WORDS = ['go', 'exec', 'executable', 'Error', 'line', 'linkmode', 'GLIBC_', 'GLIBC_2', 'aaaa'];

function places(text: string): string[] {
  const found: string[] = [];
  new Scan(new Map(WORDS.map((word) => [word, word.length]))).each(text, (word, length, at) => {
    expect(length).toBe(word.length);
    found.push(`${at} ${word}`);
  });
  return found.sort();
}

/** The same, one word after the other. */
function oneByOne(text: string): string[] {
  return WORDS.flatMap((word) => {
    const found: string[] = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) found.push(`${at} ${word}`);
    return found;
  }).sort();
}

describe('words in a text', () => {
  it.each([
    ['', 'nothing'],
    ['exe', 'less than a word'],
    ['exec', 'a word alone'],
    ['executable executexec', 'words in words, and at the very end'],
    ['aaaaaaa', 'words that overlap'],
    ["version `GLIBC_2.34' not found, go: Error, linkmode line", 'a message'],
    ['Ŀine 线execŀine\u{1f600}Error', 'characters beyond Latin'],
  ])('%j: %s', (text) => {
    expect(places(text)).toEqual(oneByOne(text));
  });

  it('are found wherever they stand', () => {
    for (const word of WORDS)
      for (let before = 0; before < 9; before++) {
        const text = `${'x'.repeat(before)}${word} ${word}${'y'.repeat(before)}`;
        expect(places(text)).toEqual(oneByOne(text));
      }
  });
});

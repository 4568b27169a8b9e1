import {expect, test} from 'vitest';
import {chooseSameFile} from '../sameFile';
import {shownBytes} from '../shownBytes';

test('the final newline comes back only where there was one', () => {
  expect(shownBytes({textContent: 'a\n\tb', dataset: {finalNewline: 'true'}})).toBe('a\n\tb\n');
  expect(shownBytes({textContent: 'a\n\tb', dataset: {finalNewline: 'false'}})).toBe('a\n\tb');
  expect(shownBytes({textContent: 'a', dataset: {}})).toBe('a');
  expect(shownBytes({textContent: '', dataset: {finalNewline: 'true'}})).toBe('\n');
});

test('a chosen file is chosen wherever it is', () => {
  const choices = ['Dockerfile', 'main.go', 'Dockerfile'].map((value) => ({value, checked: false}));
  chooseSameFile(choices, 'Dockerfile');
  expect(choices.map(({checked}) => checked)).toEqual([true, false, true]);
});

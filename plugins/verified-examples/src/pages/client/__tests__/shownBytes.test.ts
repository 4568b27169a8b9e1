import {expect, test} from 'vitest';
import {shownBytes} from '../shownBytes';

test('the final newline comes back only where there was one', () => {
  expect(shownBytes({textContent: 'a\n\tb', dataset: {finalNewline: 'true'}})).toBe('a\n\tb\n');
  expect(shownBytes({textContent: 'a\n\tb', dataset: {finalNewline: 'false'}})).toBe('a\n\tb');
  expect(shownBytes({textContent: 'a', dataset: {}})).toBe('a');
  expect(shownBytes({textContent: '', dataset: {finalNewline: 'true'}})).toBe('\n');
});

import {expect, test} from 'vitest';
import {formatCounts} from '../formatCounts';

test('one is singular', () => {
  expect(formatCounts({examples: 4, runs: 1, symptoms: 2})).toEqual([
    '4 examples',
    '1 recorded run',
    '2 error messages, each with a fix that was run',
  ]);
});

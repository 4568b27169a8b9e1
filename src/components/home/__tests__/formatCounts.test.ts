import {expect, test} from 'vitest';
import {formatCounts} from '../formatCounts';

test('one is singular, and none unproved is said', () => {
  const counts = {examples: 4, scenarios: 12, twins: 1, unproved: 0};
  expect(formatCounts(counts)).toEqual(['4 examples', '12 scenarios', '1 twin', '0 unproved snippets']);
});

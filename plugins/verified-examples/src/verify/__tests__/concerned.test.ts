import {expect, it} from 'vitest';
import {twinsOf} from '../concerned';

const TWINS = ['greeting', 'parting'].map((example) => ({
  example,
  symptom: `no-${example}`,
  reason: 'has no proof',
}));
const asked = (ids: string[], of = 1) => twinsOf({twins: TWINS}, {ids, shard: {index: 1, of}});

it('answers for the twins of the examples that are named, or of all', () => {
  expect(asked([])).toHaveLength(2);
  expect(asked(['greeting'])).toEqual(['twin no-greeting of greeting: has no proof']);
});

it('answers for none in a part of several, also where examples are named', () => {
  expect(asked([], 2)).toEqual([]);
  expect(asked(['greeting', 'parting'], 2)).toEqual([]);
});

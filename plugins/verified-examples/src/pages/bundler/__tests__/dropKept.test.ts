import {createRequire} from 'node:module';
import {expect, test} from 'vitest';

const dropKept = createRequire(import.meta.url)('../dropKept.cjs') as (source: string) => string;

test('what is kept as HTML is not in what browsers load, at any depth', () => {
  const props = {title: 'A', kept: {runs: ['output']}, view: {symptom: 'b', kept: [1]}};
  expect(JSON.parse(dropKept(JSON.stringify(props)))).toEqual({title: 'A', view: {symptom: 'b'}});
});

import {expect, test} from 'vitest';
import {baseInWords} from '../proof';

test('a stand-in is called what it is, and a base that was pulled by its name', () => {
  expect(baseInWords({ref: 'alpine:3.23', provenance: 'rebuilt'})).toBe('alpine:3.23');
  expect(baseInWords({ref: 'alpine:3.17', provenance: 'registry'})).toBe('alpine:3.17');
  expect(baseInWords({ref: 'alpine:3.17', provenance: 'rebuilt'})).toBe(
    'musl 1.2.3 of Debian 12, standing in for alpine:3.17',
  );
});

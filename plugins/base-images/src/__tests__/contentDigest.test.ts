import {expect, it} from 'vitest';
import {contentDigest} from '../archive/makeArchive';

it('digests the sorted lines of name and version', () => {
  expect(contentDigest({b: '2', a: '1'})).toBe(contentDigest({a: '1', b: '2'}));
  expect(contentDigest({a: '1', b: '2'})).not.toBe(contentDigest({a: '1', b: '3'}));
});

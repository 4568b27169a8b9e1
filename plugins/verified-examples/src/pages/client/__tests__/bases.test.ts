import {expect, test} from 'vitest';
import {formatPasswd, formatRunsAs} from '../format/bases';

test('who a base runs as is told by tag where the tags differ', () => {
  const root = {ref: 'gcr.io/distroless/static-debian13:latest', user: '0', uid: 0};
  const nonroot = {ref: 'gcr.io/distroless/static-debian13:nonroot', user: '65532', uid: 65532};
  expect(formatRunsAs([root, nonroot])).toBe('root (latest), uid 65532 (nonroot)');
  expect(formatRunsAs([root])).toBe('root');
});

test('a few users are named, many are counted', () => {
  expect(formatPasswd({})).toBe('none');
  expect(formatPasswd({root: 0, nonroot: 65532})).toBe('root 0, nonroot 65532');
  expect(formatPasswd({a: 1, b: 2, c: 3, d: 4, e: 5})).toBe('5 users');
});

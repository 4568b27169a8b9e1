import {expect, it} from 'vitest';
import {pullName} from '../pullName';

it.each([
  ['golang:1.27', '127.0.0.1:5000/library/golang:1.27'],
  ['gcr.io/distroless/static-debian13:nonroot', '127.0.0.1:5000/distroless/static-debian13:nonroot'],
  ['bitnami/redis:7', '127.0.0.1:5000/bitnami/redis:7'],
])('%s comes from a mirror as %s', (ref, name) => {
  expect(pullName(ref, '127.0.0.1:5000')).toBe(name);
  expect(pullName(ref, '')).toBe(ref);
});

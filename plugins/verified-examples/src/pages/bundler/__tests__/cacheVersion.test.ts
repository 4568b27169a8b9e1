import {expect, it} from 'vitest';
import {cacheOfAddress} from '../cacheOfAddress';

it('gives each base URL a version of the cache, and nothing where none is kept', () => {
  const config = {experiments: {cache: {type: 'persistent', version: 'client-1'}}};
  expect(cacheOfAddress(config, '/guide/')).toEqual({experiments: {cache: {version: 'client-1-/guide/'}}});
  expect(cacheOfAddress({experiments: {}}, '/guide/')).toEqual({});
  expect(cacheOfAddress({}, '/guide/')).toEqual({});
});

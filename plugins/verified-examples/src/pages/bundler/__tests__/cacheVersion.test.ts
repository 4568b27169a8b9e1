import {expect, it} from 'vitest';
import {cacheVersion} from '../cacheVersion';

const built = {baseUrl: '/', inputs: 'sha256:1'};
const config = {experiments: {cache: {type: 'persistent', version: 'client-1'}}};

it('differs for each base URL, for all that pages are made from, and for what Docusaurus tells apart', () => {
  const versions = [
    cacheVersion(config, built),
    cacheVersion(config, {...built, baseUrl: '/guide/'}),
    cacheVersion(config, {...built, inputs: 'sha256:2'}),
    cacheVersion({experiments: {cache: {version: 'server-1'}}}, built),
  ].map((one) => JSON.stringify(one));
  expect(new Set(versions).size).toBe(4);
  expect(cacheVersion(config, {...built})).toEqual(cacheVersion(config, built));
});

it('adds nothing where no cache is kept', () => {
  expect(cacheVersion({experiments: {}}, built)).toEqual({});
  expect(cacheVersion({}, built)).toEqual({});
});

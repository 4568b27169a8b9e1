import {describe, expect, it} from 'vitest';
import {folderWith} from '../../../__tests__/fixtures';
import {inputsDigest} from '../inputsDigest';

const FILES = {
  'plugins/verified-examples/src/words.ts': 'MB',
  'plugins/verified-examples/src/__tests__/words.test.ts': 'a test',
  'plugins/base-images/facts/alpine.json': '{}',
  'examples/hello/receipt.json': '{}',
  'package-lock.json': '{}',
  'docs/page.mdx': 'text',
};
const NOON = new Date('2026-11-23T12:00:00Z');
const digestOf = (changed: Partial<typeof FILES>, now = NOON) =>
  inputsDigest(folderWith({...FILES, ...changed}), 'examples', now);

describe('the digest of what pages are made from', () => {
  it.each([
    ['a source of a plugin', 'plugins/verified-examples/src/words.ts'],
    ['a measured fact', 'plugins/base-images/facts/alpine.json'],
    ['a receipt', 'examples/hello/receipt.json'],
    ['a package', 'package-lock.json'],
  ])('changes with %s', (_, file) => {
    expect(digestOf({[file]: 'changed'})).not.toBe(digestOf({}));
  });

  it('changes with the day, so that no page is cached past the day of a fence or a proof', () => {
    expect(digestOf({}, new Date('2026-11-23T23:59:59Z'))).toBe(digestOf({}));
    expect(digestOf({}, new Date('2026-11-24T00:00:00Z'))).not.toBe(digestOf({}));
  });

  it('does not change with the folder of the site, a test or a page, which the bundler watches itself', () => {
    expect(
      digestOf({'plugins/verified-examples/src/__tests__/words.test.ts': 'b', 'docs/page.mdx': 'c'}),
    ).toBe(digestOf({}));
  });
});

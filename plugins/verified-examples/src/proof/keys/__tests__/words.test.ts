import {describe, expect, it} from 'vitest';
import {hello, identity, MANIFEST, only, TWIN_WORDS} from '../../../__tests__/fixtures';
import {keyParts} from '../key';

const TWO = MANIFEST.replace('variants:\n', 'variants:\n  other:\n    title: Other\n');

/** Digest of what of the manifest decides the result of variant `current`. */
function digest(manifest: string): string {
  const example = only(hello({'examples/hello/example.yaml': manifest}));
  const keyed = keyParts({example, variant: 'current', platform: 'linux/amd64', world: 'rebuilt'}, identity);
  if ('unknownBases' in keyed) throw new Error('no identity');
  return keyed.parts.manifest;
}

const expectation = MANIFEST.slice(MANIFEST.indexOf('    expect:'));
const cells = (other: string) =>
  TWO.replace(
    expectation,
    `    cells:\n      current: {expect: {stdout: {exact: "hello\\n"}}}\n      other: {expect: {stdout: {exact: "${other}"}}}\n`,
  );

describe('the manifest part of a key', () => {
  it('leaves words, the matrix, and all that is said of other variants out', () => {
    const matrix = 'matrix:\n  - {heading: All, scenarios: [greets]}\n';
    const twin = `twins:\n  - symptom: s\n    text: hello\n    fails: greets\n    fix: {example: hello, scenario: greets}\n${TWIN_WORDS}`;
    for (const same of [
      TWO,
      MANIFEST + matrix,
      MANIFEST + twin,
      MANIFEST.replace('title: greets', 'title: says hello'),
      cells('one'),
      cells('two'),
      TWO.replace('title: Other', 'title: Other\n    build: {failure: {contains: [x]}}\n    binary: null'),
    ])
      expect(digest(same)).toBe(digest(MANIFEST));
  });

  it('changes with what decides the result', () => {
    const dns =
      '    network: lab\n    dns:\n      records: [db.test. 60 IN A 10.0.0.5]\n      options: [timeout:1]\n';
    const different = [
      MANIFEST,
      MANIFEST.replace('title: Go 1.27', 'title: Go 1.27\n    binary: null'),
      MANIFEST.replace('    expect:', `${dns}    expect:`),
      MANIFEST.replace('    expect:', `${dns}      search: [a.test]\n    expect:`),
      MANIFEST.replace('    expect:', `${dns}      faults: [{kind: silent}]\n    expect:`),
      MANIFEST.replace('    expect:', `${dns}      servers: [{listen: 127.0.0.2}]\n    expect:`),
      MANIFEST.replace('    expect:', `${dns}      queries: 2\n    expect:`),
      MANIFEST.replace('    expect:', `${dns}      sockets: 2\n    expect:`),
    ].map(digest);
    expect(new Set(different).size).toBe(different.length);
  });

  it('is the same as long as a manifest says the same: a new key of the schema has no default', () => {
    expect(digest(MANIFEST)).toMatchInlineSnapshot(
      `"sha256:51b7ecd1c8af126dff1d79ff75df7c709bf15892c9e81b21a9f5bbd4c341662d"`,
    );
  });
});

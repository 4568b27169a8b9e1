import {describe, expect, it} from 'vitest';
import {hello, identity, INSPECTION, MANIFEST, only, proofOf} from '../../../__tests__/fixtures';
import {checkProof} from '../../../proof/expect/proof';
import {keyParts} from '../../../proof/keys/key';

const ARM64 = 'linux/arm64';
const LOADERS = {amd64: '/lib64/ld-linux-x86-64.so.2', arm64: '/lib/ld-linux-aarch64.so.1'};
const BOTH = MANIFEST.replace(
  'title: Go 1.27\n',
  'title: Go 1.27\n    platforms: [linux/amd64, linux/arm64]\n',
);
const withFact = (fact: string) => BOTH.replace('facts:\n', `facts:\n  binary.interpreter: ${fact}\n`);
const fixture = (fact: string) => hello({'examples/hello/example.yaml': withFact(fact)});
const EACH = fixture(`{linux/amd64: ${LOADERS.amd64}, linux/arm64: ${LOADERS.arm64}}`);

const {binary} = INSPECTION;
if (binary === null) throw new Error('the fixture has no program');
const imageOf = (platform: string, architecture: string, interpreter: string) => ({
  ...INSPECTION,
  architecture: platform,
  binary: {...binary, architecture, interpreter},
});

/** What is wrong with a proof of a platform whose program names this loader. */
function wrong(platform: string, architecture: string, interpreter: string): string[] {
  const example = only(EACH);
  const image = imageOf(platform, architecture, interpreter);
  return checkProof(example, proofOf(example, {platform, image})).map(({what}) => what);
}

describe('a fact that differs by platform', () => {
  it('is asked of each platform with its own value', () => {
    expect(wrong('linux/amd64', 'Advanced Micro Devices X86-64', LOADERS.amd64)).toEqual([]);
    expect(wrong(ARM64, 'AArch64', LOADERS.arm64)).toEqual([]);
    expect(wrong(ARM64, 'AArch64', LOADERS.amd64)).toEqual(['fact binary.interpreter']);
  });

  it('must have a value for every platform that is proved', () => {
    const messages = fixture(`{linux/amd64: ${LOADERS.amd64}}`).problems.map(({message}) => message);
    expect(messages).toEqual([expect.stringContaining('no value for linux/arm64, which is proved too')]);
    const unknown = fixture('{linux/riscv64: /lib/ld.so}').problems;
    expect(unknown).not.toEqual([]);
  });

  it('decides the key of its own platform alone', () => {
    const digest = (text: string, platform: string) => {
      const example = only(fixture(text));
      const keyed = keyParts({example, variant: 'current', platform, world: 'rebuilt'}, identity);
      if ('unknownBases' in keyed) throw new Error(keyed.unknownBases.join());
      return keyed.parts.manifest;
    };
    const plain = LOADERS.amd64;
    const split = `{linux/amd64: ${LOADERS.amd64}, linux/arm64: ${LOADERS.arm64}}`;
    expect(digest(split, 'linux/amd64')).toBe(digest(plain, 'linux/amd64'));
    expect(digest(split, ARM64)).not.toBe(digest(plain, ARM64));
  });
});

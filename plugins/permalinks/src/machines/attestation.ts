import type {Example} from '../../../verified-examples/src/example/collect/example';
import {MANIFEST_FILE} from '../../../verified-examples/src/example/collect/example';
import type {Standing} from '../../../verified-examples/src/proof/gate/state';
import type {Proof} from '../../../verified-examples/src/proof/model/receipt';
import {shortAddress} from '../model';
import {digestsIn, digestsOf} from './digests';
import {TEST_RESULT, type Descriptor, type Statement} from './statement';

/** What an attestation of an example is made from. */
export interface Attested {
  example: Pick<Example, 'id' | 'context'>;
  /** Bytes of its manifest. */
  manifest: Uint8Array;
  /** All of the example's. */
  standings: readonly Pick<Standing, 'variant' | 'platform' | 'state' | 'proof'>[];
}

/**
 * The receipt of an example as an in-toto statement: which files were tested, by what, on which bases, and which tests
 * passed. A proof that has expired, or whose upstream has moved, passed with a warning.
 *
 * @param base - Origin and base path of the site, with `/` at the end
 * @throws Error when a variant has no proof that may be published
 */
export function attestationOf({example, manifest, standings}: Attested, base: string): Statement {
  const proved = standings.map(({variant, platform, state, proof}) => {
    if (proof === undefined)
      throw new Error(
        `examples/${example.id} (${variant}, ${platform}) is ${state}: what is not proved is not attested.`,
      );
    return {state, proof};
  });
  const testsOf = (good: boolean) =>
    proved.filter(({state}) => (state === 'verified') === good).flatMap(({proof}) => testNames(proof));
  const warnedTests = testsOf(false);
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: example.context.map(({path, bytes}) => ({name: path, digest: digestsOf(bytes)})),
    predicateType: TEST_RESULT,
    predicate: {
      result: warnedTests.length === 0 ? 'PASSED' : 'WARNED',
      configuration: [
        {name: MANIFEST_FILE, digest: digestsOf(manifest)},
        ...proved.map(({proof}) => keyDescriptor(proof)),
        ...baseDescriptors(proved.map(({proof}) => proof)),
      ],
      url: new URL(shortAddress({kind: 'x', id: example.id}).slice(1), base).href,
      passedTests: testsOf(true),
      warnedTests,
      failedTests: [],
    },
  };
}

/** The build is a test as well. */
function testNames({variant, platform, scenarios}: Proof): string[] {
  return ['build', ...scenarios.map(({id}) => id)].map((test) => `${test} (${variant}, ${platform})`);
}

/** A key is the SHA-256 over everything that decides a result. */
function keyDescriptor({variant, platform, key, world, provedAt, engine}: Proof): Descriptor {
  return {
    name: `key of ${variant}, ${platform}`,
    digest: digestsIn(key),
    annotations: {provedAt, bases: world, engine: `${engine.name} ${engine.version}`},
  };
}

/** Each base once. Of a pulled one the digest is the image's, of a rebuilt one that of its recipe. */
function baseDescriptors(proofs: readonly Proof[]): Descriptor[] {
  const bases = new Map<string, Descriptor>();
  for (const {platform: own, bases: used} of proofs) {
    for (const {ref, platform = own, identity, provenance} of used) {
      bases.set(`${ref} ${platform} ${identity}`, {
        name: ref,
        digest: digestsIn(identity),
        annotations: {platform, digestOf: provenance === 'rebuilt' ? 'recipe' : 'image'},
      });
    }
  }
  return [...bases.values()];
}

import {basesOf} from '../../example/collect/basePlatforms';
import type {Example} from '../../example/collect/example';
import {canonicalJson, sha256} from '../../../../base-images/src/digest';
import {fingerprint} from '../../example/collect/files';
import type {Manifest} from '../../example/model/manifest';
import type {KeyParts, World} from '../model/receipt';
import {factsOn} from '../../example/model/facts';
import {binaryOf, buildOf, scenariosOf} from '../../example/model/variant';

/**
 * Version of what a manifest means to the engine: how images are built, containers locked down, outputs
 * normalised and inspected. Raising it makes every proof stale.
 */
const RUNNER_PROTOCOL = 2;

/** Before the names of the lab's files, which are no files of the example. */
export const LAB_PREFIX = 'lab/';

/** Identity of a base in a world: pinned digest, or digest of the recipe. Undefined: there is none. */
export type BaseIdentity = (ref: string, world: World, platform: string) => string | undefined;

interface KeyRequest {
  example: Example;
  variant: string;
  platform: string;
  world: World;
}

/**
 * Everything that decides the result of a proof, by name, so that a difference can be named too.
 *
 * @returns The parts, or the bases that have no identity in that world
 */
export function keyParts(
  {example, variant, platform, world}: KeyRequest,
  identity: BaseIdentity,
): {parts: KeyParts} | {unknownBases: string[]} {
  const bases: Record<string, string> = {};
  const unknownBases: string[] = [];
  for (const need of basesOf(example, variant, platform)) {
    const known = identity(need.ref, world, need.platform);
    if (known === undefined) unknownBases.push(need.name);
    else bases[need.name] = known;
  }
  if (unknownBases.length > 0) return {unknownBases};
  return {
    parts: {
      runner: RUNNER_PROTOCOL,
      example: example.id,
      variant,
      platform,
      world,
      manifest: sha256(canonicalJson(manifestSlice(example.manifest, variant, platform))),
      context: fingerprint(example.context),
      fixtures: fingerprint(example.lab, LAB_PREFIX),
      bases,
    },
  };
}

/** @returns The key: SHA-256 over the canonical form of its parts */
export function keyOf(parts: KeyParts): string {
  return sha256(`cgo-field-guide key\n${canonicalJson(parts)}`);
}

/**
 * What of a manifest decides one variant's result. Excludes titles and everything that concerns other variants or
 * platforms: they do not affect this result. Excludes twins too, and the recipe that is adapted or has
 * this as an option: they are held against what they name each time.
 */
function manifestSlice(manifest: Manifest, variant: string, platform: string): unknown {
  const {limits, normalise} = manifest;
  const definition = manifest.variants[variant];
  return {
    variant: {
      ...definition,
      facts: definition && factsOn(definition.facts, platform),
      ...{title: undefined, platforms: undefined, adapts: undefined, slow: undefined, option: undefined},
    },
    build: buildOf(manifest, variant),
    binary: binaryOf(manifest, variant),
    scenarios: scenariosOf(manifest, variant).map((scenario) => ({...scenario, title: undefined})),
    facts: factsOn(manifest.facts, platform),
    ...{limits, normalise},
  };
}

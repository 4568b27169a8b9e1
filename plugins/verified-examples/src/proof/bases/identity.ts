import {findBase, recipeDigest, SCRATCH} from '../../../../base-images/src/catalogue';
import {nearestBases} from '../../../../base-images/src/nearest';
import type {Pins} from '../../../../base-images/src/pins';
import {toolsOf} from '../../example/collect/basePlatforms';
import {MANIFEST_FILE, type Example} from '../../example/collect/example';
import type {BaseIdentity} from '../keys/key';
import type {Problem} from '../../problems';

/**
 * Identity of bases from what is committed: the pinned digest of a registry, the digest of a rebuild recipe.
 *
 * @param pins - Digests that stand for names in the registry's world
 */
export function baseIdentity(pins: Pins): BaseIdentity {
  const recipes = new Map<string, string | undefined>();
  return (ref, world, platform) => {
    if (ref === SCRATCH) return SCRATCH;
    if (world === 'registry') return pins[ref]?.digest;
    const name = `${ref} ${platform}`;
    if (!recipes.has(name)) {
      const entry = findBase(ref);
      const known = entry?.platforms.includes(platform) === true;
      recipes.set(name, known ? recipeDigest(entry, platform) : undefined);
    }
    return recipes.get(name);
  };
}

/** @returns A problem for each base of these variants that only a registry has, where a Dockerfile first names it */
export function basesWithoutRecipe(used: readonly {example: Example; variant: string}[]): Problem[] {
  const problems = new Map<string, Problem>();
  for (const {example, variant} of used) {
    const {label, manifest} = example;
    const definition = example.variants[variant];
    if (definition === undefined) throw new Error(`${example.id} has no variant ${variant}`);
    const {dockerfile, dockerfileFacts} = definition;
    for (const ref of [...dockerfileFacts.bases, ...toolsOf(manifest, variant)]) {
      const file = `${label}/${dockerfileFacts.bases.includes(ref) ? dockerfile : MANIFEST_FILE}`;
      if (ref === SCRATCH || problems.has(`${file} ${ref}`) || findBase(ref) !== undefined) continue;
      const near = nearestBases(ref).join(', ');
      const message = `base ${ref} has no recipe, and no registry is used here; nearest with a recipe: ${near}`;
      problems.set(`${file} ${ref}`, {file, ...dockerfileFacts.places[ref], message});
    }
  }
  return [...problems.values()];
}

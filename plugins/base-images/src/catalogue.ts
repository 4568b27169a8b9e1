import {allDefinitions, type Definition} from './definitions';
import {digestOf} from './digest';
import {platformOf} from './recipe/platform';
import type {ImageRecipe} from './recipe/types';
import type {CatalogueEntry} from './types';

const DEFINITIONS: readonly Definition[] = allDefinitions();

/** Raised when the meaning of recipes changes as a whole. */
const FORMAT = 1;

/** The empty image: nothing to pull, nothing to rebuild. */
export const SCRATCH = 'scratch';

/** Every base that can be named in a FROM where no registry answers. */
export const catalogue: readonly CatalogueEntry[] = DEFINITIONS.map(({entry}) => entry);

/** Finds a base by any of its names, with or without Docker Hub's own prefix. */
export function findBase(ref: string): CatalogueEntry | undefined {
  const name = plainName(ref);
  return catalogue.find((entry) => entry.ref === name || entry.aliases.includes(name));
}

/**
 * Identity of a base where it is rebuilt: sha256: over the whole recipe, that is all committed data that decides what
 * is built. Versions that apt chooses on the day are not in it; they are in the receipt. Throws for a platform that
 * the base does not have.
 */
export function recipeDigest(entry: CatalogueEntry, platform: string): string {
  return digestOf({format: FORMAT, platform: platformOf(platform).name, image: recipeOf(entry, platform)});
}

/** null for scratch. Throws for an entry that is not of this catalogue, and for a platform that the base does not have. */
export function recipeOf({ref}: CatalogueEntry, platform: string): ImageRecipe | null {
  const found = DEFINITIONS.find(({entry}) => entry.ref === ref);
  if (!found) throw new Error(`${ref}: not in the catalogue of bases`);
  const {platforms} = found.entry;
  if (!platforms.includes(platform)) {
    throw new Error(
      `${ref}: there is no recipe for ${platform}; it can be rebuilt for ${platforms.join(', ')}`,
    );
  }
  return found.image(platform);
}

/** "golang:1.27" for "docker.io/library/golang:1.27". */
export function plainName(ref: string): string {
  return ref.replace(/^(?:(?:index\.)?docker\.io\/)?(?:library\/)?/, '');
}

/** File name of a base, also the last part of its name in a store. */
export function slugOf({ref}: Pick<CatalogueEntry, 'ref'>): string {
  return ref.toLowerCase().replace(/[^a-z0-9.]+/g, '-');
}

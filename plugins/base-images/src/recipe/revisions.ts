import type {LayerRecipe} from './types';

/**
 * Raised when the code that makes a layer of that kind starts to make other bytes from the same recipe.
 * Part of every recipe digest: a receipt made with an older maker is stale. `__tests__/revisions.test.ts` reminds.
 */
export const REVISIONS: Readonly<Record<LayerRecipe['kind'], number>> = {
  'debian-root': 3,
  deb: 1,
  'ca-bundle': 1,
  busybox: 2,
  files: 1,
  go: 1,
  alpine: 2,
  'apk-repository': 4,
};

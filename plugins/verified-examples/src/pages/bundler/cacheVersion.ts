import {sha256} from '../../../../base-images/src/digest';

interface Cached {
  experiments?: {cache?: {version?: string} | boolean};
}

/** What a compiled module depends on beside the sources that the bundler sees. */
export interface BuiltFrom {
  /** Style sheets are kept with the addresses of their fonts in them. */
  baseUrl: string;
  /** Digest of everything that pages are made from: see {@link inputsDigest}. */
  inputs: string;
}

/**
 * A version of the bundler's cache for each base URL and each state of what pages are made from. Docusaurus's own version
 * has neither in it (core/lib/webpack/base.js): a build for `/guide/` would leave its addresses to the next one for `/`,
 * and a page would keep what an older plugin made of its directives.
 *
 * @param config - What Docusaurus is about to build with
 * @returns What is to be merged into it; nothing where no cache is kept
 */
export function cacheVersion(config: object, {baseUrl, inputs}: BuiltFrom): object {
  const cache = (config as Cached).experiments?.cache;
  if (typeof cache !== 'object' || cache.version === undefined) return {};
  const version = sha256(JSON.stringify([cache.version, baseUrl, inputs]));
  return {experiments: {cache: {version}}};
}

interface Cached {
  experiments?: {cache?: {version?: string} | boolean};
}

/**
 * A bundler cache for each base URL. Style sheets are kept with the addresses of their fonts in them, and Docusaurus's own
 * version of the cache has no base URL in it (core/lib/webpack/base.js): a build for `/guide/` would leave its
 * addresses to the next one for `/`.
 *
 * @param config - What Docusaurus is about to build with
 * @returns What is to be merged into it; nothing where no cache is kept
 */
export function cacheOfAddress(config: object, baseUrl: string): object {
  const cache = (config as Cached).experiments?.cache;
  if (typeof cache !== 'object' || cache.version === undefined) return {};
  return {experiments: {cache: {version: `${cache.version}-${baseUrl}`}}};
}

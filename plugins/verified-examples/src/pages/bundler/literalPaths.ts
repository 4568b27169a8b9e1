import pathToRegexp from 'path-to-regexp/index.js';

/** Addresses without a parameter and without a slash at the end: of the routes of this site, all but "/" and "*". */
const LITERAL = /^(?:\/[\w.-]+)+$/;

type Compile = typeof pathToRegexp;

/**
 * Stands in for path-to-regexp, of which react-router calls `exec` alone. Finding the route of a page makes an expression of
 * each address of the site, and runs it; comparing them costs nothing.
 */
const compile: Compile = ((...[path, keys, options]: Parameters<Compile>) =>
  typeof path === 'string' && LITERAL.test(path) && options?.sensitive !== true && options?.strict !== true
    ? {exec: (pathname: string) => matched(path.toLowerCase(), pathname, options?.end !== false)}
    : pathToRegexp(path, keys, options)) as Compile;

export default Object.assign(compile, pathToRegexp);

/** @returns What path-to-regexp matches: the address, with a slash at the end of all, or as the beginning of a longer one */
function matched(address: string, pathname: string, whole: boolean): [string] | null {
  const asked = pathname.toLowerCase();
  if (asked === address || asked === `${address}/`) return [pathname];
  return !whole && asked.startsWith(`${address}/`) ? [pathname.slice(0, address.length)] : null;
}

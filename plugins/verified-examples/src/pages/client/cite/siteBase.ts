import site from '@generated/docusaurus.config';

/** Where the site is read, with the slash at its end: an address in a citation names no other host. */
export function siteBase(): string {
  return `${window.location.origin}${site.baseUrl}`;
}

/** @param path - Site path, as in a view. @returns As in the browser's address */
export function withBase(path: string): string {
  return `${site.baseUrl}${path.slice(1)}`;
}

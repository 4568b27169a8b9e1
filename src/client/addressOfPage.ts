/**
 * The address of a page that was asked for by its file, as static hosts allow: `/about.html` is `/about`.
 *
 * @returns The path itself where it is an address
 */
export function addressOfPage(pathname: string): string {
  return pathname.endsWith('/404.html') ? pathname : pathname.replace(/(?:(?<=\/)index)?\.html$/, '');
}

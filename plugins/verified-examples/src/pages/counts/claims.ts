import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

/** Folder of the pages that state measured values, relative to the site. */
const PAGES = 'docs';

/**
 * Counts the measured values in the prose of a page. What code shows of the directive is not one.
 *
 * @param page - MDX
 */
export function claimsIn(page: string): number {
  const prose = page.replace(/^(`{3,}|~{3,})[\s\S]*?^\1`*~*$/gm, '').replace(/(`+)[^`]*\1/g, '');
  return prose.match(/(?<![:\w]):measured(?=[[{])/g)?.length ?? 0;
}

/** The same over all pages of the site. */
export function countClaims(siteDir: string): number {
  const root = path.join(siteDir, PAGES);
  return readdirSync(root, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.mdx'))
    .reduce((sum, file) => sum + claimsIn(readFileSync(path.join(root, file), 'utf8')), 0);
}

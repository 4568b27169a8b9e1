import type {Root} from 'mdast';
import {visit} from 'unist-util-visit';
import {GUIDES, readPages} from '../mdx/pages';

/** Counts the measured values in the prose of a page. What code shows of the directive is not one. Pure. */
export function claimsIn(tree: Root): number {
  let claims = 0;
  visit(tree, 'textDirective', ({name}) => {
    if (name === 'measured') claims += 1;
  });
  return claims;
}

/** The same over all guides of the site. */
export async function countClaims(siteDir: string): Promise<number> {
  const pages = await readPages(siteDir, [GUIDES]);
  return pages.reduce((sum, {tree}) => sum + claimsIn(tree), 0);
}

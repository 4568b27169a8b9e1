import type {Root} from 'mdast';
import {visit} from 'unist-util-visit';
import {symptomProse} from '../../example/prose/check';
import {measurementsIn} from '../../example/prose/parse';
import type {Collection} from '../../proof/collection';
import {GUIDES, readPages} from '../mdx/pages';

/** Counts the measured values in the prose of a page. What code shows of the directive is not one. Pure. */
export function claimsIn(tree: Root): number {
  let claims = 0;
  visit(tree, 'textDirective', ({name}) => {
    if (name === 'measured') claims += 1;
  });
  return claims;
}

/** The same over all guides of the site, and the texts of symptoms. */
export async function countClaims(
  siteDir: string,
  {examples}: Pick<Collection, 'examples'>,
): Promise<number> {
  const pages = await readPages(siteDir, [GUIDES]);
  const inGuides = pages.map(({tree}) => claimsIn(tree));
  const inSymptoms = symptomProse(examples).map(({text}) => measurementsIn(text).length);
  return [...inGuides, ...inSymptoms].reduce((sum, count) => sum + count, 0);
}

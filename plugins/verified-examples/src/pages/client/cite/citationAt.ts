import {addressOfPage} from '../../../../../../src/client/addressOfPage';
import type {PageCitation} from '../../../../../permalinks/src/model';
import {pageAt} from '../pageAt';

/** The page that the browser loaded: after a change of route inside the site, the document still holds its block. */
const OPENED = typeof window === 'undefined' ? undefined : addressOfPage(window.location.pathname);

const known = new Map<string, Promise<PageCitation>>();

/**
 * What a page can be cited by, from the block in its HTML.
 *
 * @param path - Address of a page of this site
 * @throws Error when the page can't be had, or has no such block
 */
export function citationAt(path: string): Promise<PageCitation> {
  const before = known.get(path);
  if (before !== undefined) return before;
  const page = path === OPENED ? Promise.resolve(document) : pageAt(path);
  const found = page.then((built) => {
    const block = blockOf(built);
    if (block === null) throw new Error(`${path} has no citation`);
    return JSON.parse(block) as PageCitation;
  });
  known.set(path, found);
  found.catch(() => known.delete(path));
  return found;
}

/** Whether a page has a citation, as far as can be told without asking for it. */
export function mayBeCited(path: string): boolean {
  // A development server renders pages without their blocks.
  return path === OPENED ? blockOf(document) !== null : process.env.NODE_ENV === 'production';
}

function blockOf(page: Document): string | null {
  return page.querySelector('script#citation[type="application/json"]')?.textContent ?? null;
}

import {addressOfPage} from '../../../../../../src/client/addressOfPage';
import {cited, type Cited, type Place} from '../../../../../../src/cite/cited';
import {citationAt} from './citationAt';
import {siteBase, withBase} from './siteBase';

/** What a button cites. */
export interface Subject {
  /** Address of the page whose block has the citation, with the site's base URL. */
  path: string;
  /** A measured value of the page. */
  claim?: string | undefined;
  /** A part of the page. */
  place?: Place | undefined;
}

/**
 * A button in a heading cites its section. One in a run or a card (`data-cited`, a site path) cites that of the example's own
 * page, which the run or card is from; the embedding page may show another tomorrow. Others cite the page they are on.
 */
export function subjectOf(button: HTMLElement): Subject {
  const path = addressOfPage(window.location.pathname);
  const {claim} = button.dataset;
  if (claim !== undefined) return {path, claim};
  const heading = button.closest<HTMLElement>('h2, h3, h4');
  if (heading !== null) return {path, place: {id: heading.id, title: titleOf(heading)}};
  const proved = button.closest<HTMLElement>('[data-cited]');
  return proved === null ? {path} : provedBy(proved);
}

/**
 * @returns What all formats say of it
 * @throws Error when its page has no citation of it
 */
export async function citedOf({path, claim, place}: Subject): Promise<Cited> {
  const {page, claims} = await citationAt(path);
  const citation = claim === undefined ? page : claims[claim];
  if (citation === undefined) throw new Error(`${path} has no citation of ${claim ?? ''}`);
  return cited(citation, siteBase(), place);
}

/** Words of a heading, without the buttons and links to itself that stand in it. */
export function titleOf(heading: Element): string {
  const copy = heading.cloneNode(true) as Element;
  for (const tool of copy.querySelectorAll('.hash-link, [data-cite-holder]')) tool.remove();
  return copy.textContent.replace(/\u200B/g, '').trim();
}

function provedBy({dataset, ariaLabel}: HTMLElement): Subject {
  const [page = '', id] = (dataset.cited ?? '').split('#');
  const path = withBase(page);
  if (id === undefined) return {path};
  const title = [ariaLabel?.replace(/^Transcript: /, ''), dataset.variant].filter(
    (part) => part !== undefined,
  );
  return {path, place: {id, title: title.join(', ')}};
}

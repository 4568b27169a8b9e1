import {Matcher} from './matcher';
import type {Doc, FindData} from './model';
import {Search} from './search';

export type Page = Pick<Doc, 'title' | 'href' | 'kind' | 'heading'>;

/** Results that a reader looks through. */
const MOST = 10;

/**
 * Pages for words or for an error text, best first: those whose very text it is, then those that have its words.
 */
export function findPages(data: FindData, asked: string, search = Search.of(data.docs)): Page[] {
  const docs = new Map(data.docs.filter(({kind}) => kind === 'symptom').map((doc) => [doc.id, doc]));
  const hits = new Matcher(data.patterns).find(asked);
  const exact = hits
    .flatMap(({symptom, candidates}) => (candidates.length > 0 ? candidates : [symptom]))
    .flatMap((id) => docs.get(id) ?? []);
  const words = search.find(asked, MOST);
  const all = [...exact, ...words].map(({title, href, kind, heading}): Page => ({
    title,
    href,
    kind,
    ...(heading !== undefined && {heading}),
  }));
  return all
    .filter(({href}, index) => all.findIndex((other) => other.href === href) === index)
    .slice(0, MOST);
}

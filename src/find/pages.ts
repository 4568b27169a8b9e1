import {Matcher} from './matcher';
import type {Doc, FindData} from './model';
import {Search} from './search';

export type Page = Pick<Doc, 'title' | 'href' | 'kind' | 'heading'>;

/** Results that a reader looks through. */
const MOST = 10;

/**
 * Pages for words or for an error text, best first: those whose very text it is, then those that have its words.
 */
export function findPages(
  data: Pick<FindData, 'symptoms' | 'patterns'>,
  asked: string,
  search: Search,
): Page[] {
  const symptoms = new Map(data.symptoms.map((one) => [one.id, one]));
  const hits = new Matcher(data.patterns).find(asked);
  const exact = hits
    .flatMap(({symptom, candidates}) => (candidates.length > 0 ? candidates : [symptom]))
    .flatMap((id) => symptoms.get(id) ?? [])
    .map(({text, href, title}): Page => ({title: text, href, kind: 'symptom', heading: title}));
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

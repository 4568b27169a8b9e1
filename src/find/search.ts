import MiniSearch, {type Options, type SearchResult} from 'minisearch';
import type {Doc} from './model';
import {wordsOf} from './words';

type Indexed = Omit<Doc, 'id'> & {id: number; page: string};

/** An example is what a guide and a symptom are proved by: those say more. A guide is cut into sections, each of which has less. */
const WORTH: Record<Doc['kind'], number> = {symptom: 1, guide: 1.1, example: 0.7};

const OPTIONS: Options<Indexed> = {
  fields: ['title', 'heading', 'keywords', 'text'],
  storeFields: ['page', 'kind', 'href', 'title', 'heading'],
  tokenize: wordsOf,
  processTerm: (term) => term,
  searchOptions: {
    boost: {title: 4, keywords: 4, heading: 2},
    boostDocument: (_id, _term, stored) => WORTH[stored?.kind as Doc['kind']],
    prefix: (term) => term.length > 2,
    // Of a version the next one is near, and wrong.
    fuzzy: (term) => (term.length > 3 && !/\d/.test(term) ? 0.2 : false),
    weights: {fuzzy: 0.3, prefix: 0.3},
  },
};

/** A page that fits what was asked, or a section of one. */
export interface Found extends Pick<Doc, 'id' | 'kind' | 'href' | 'title'> {
  heading?: string;
  score: number;
  /** How much of what was asked the page has, from 0 to 1. */
  covered: number;
  /** The words of it that the page has. */
  words: readonly string[];
}

/** What a page's further sections add to its best: the second so much of its score, the third a half of that, and so on. */
const FURTHER = 0.2;

/** What a page's score is worth that has none of the words, for one that has all. */
const UNCOVERED = 0.3;

/** Pages by words. */
export class Search {
  private constructor(private readonly index: MiniSearch<Indexed>) {}

  static of(docs: readonly Doc[]): Search {
    const index = new MiniSearch<Indexed>(OPTIONS);
    index.addAll(docs.map((doc, id) => ({...doc, id, page: doc.id})));
    return new Search(index);
  }

  /** @param json - What {@link toJSON} gave, as text */
  static load(json: string): Search {
    return new Search(MiniSearch.loadJSON<Indexed>(json, OPTIONS));
  }

  toJSON(): unknown {
    return this.index.toJSON();
  }

  /**
   * The pages that fit best, each once, at its best section.
   *
   * @param keep - Of which documents; default: all
   */
  find(asked: string, most: number, keep: (doc: Pick<Doc, 'kind'>) => boolean = () => true): Found[] {
    const words = [...new Set(wordsOf(asked))].slice(0, 40);
    if (words.length === 0) return [];
    const filter = (result: SearchResult) => keep(result as unknown as Doc);
    const pages = new Map<string, Found>();
    const sections = new Map<string, number>();
    for (const result of this.index.search(asked, {filter})) {
      const {score, queryTerms} = result;
      const doc = result as unknown as Indexed;
      const page = doc.kind === 'symptom' ? doc.href : (doc.href.split('#')[0] ?? '');
      const seen = pages.get(page);
      const before = sections.get(page) ?? 0;
      sections.set(page, before + 1);
      // Results come best first: a page is found at its best section, and has the words of all.
      pages.set(page, {
        id: seen?.id ?? doc.page,
        kind: doc.kind,
        href: seen?.href ?? doc.href,
        title: doc.title,
        ...(seen === undefined
          ? doc.heading !== undefined && {heading: doc.heading}
          : seen.heading !== undefined && {heading: seen.heading}),
        score: seen === undefined ? score : seen.score + (score * FURTHER) / before,
        words: [...new Set([...(seen?.words ?? []), ...queryTerms])],
        covered: 0,
      });
    }
    return [...pages.values()]
      .map((page) => {
        const covered = page.words.length / words.length;
        return {...page, covered, score: page.score * (UNCOVERED + (1 - UNCOVERED) * covered)};
      })
      .sort((one, other) => other.score - one.score)
      .slice(0, most);
  }
}

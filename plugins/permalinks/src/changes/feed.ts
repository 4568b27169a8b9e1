import {CHANGE_WORDS, type Change} from './change';

/** What a feed is told beside its changes. */
export interface Feed {
  title: string;
  /** Site paths: of the page for people, and of the feed in either form. */
  page: string;
  atom: string;
  json: string;
  /** Absolute IRI of the feed, without a host. */
  id: string;
  /** Origin and base path of the site, with `/` at the end: feeds are read away from it. */
  base: string;
  /** What it says of its last change where it has none: a moment in UTC. */
  since: string;
}

/** So many changes are in a feed; the page has all of them. Programs that read feeds ask for the whole each time. */
export const NEWEST = 100;

/** Who answers for an entry; RFC 4287, 4.1.1, asks for somebody. */
export const AUTHOR = 'CGO Field Guide';

/** @returns The absolute address of a site path */
export function absolute({base}: Pick<Feed, 'base'>, sitePath: string): string {
  return new URL(sitePath.replace(/^\//, ''), base).href;
}

/** @returns For example "New revision: exec /app: no such file or directory" */
export function headingOf({kind, title}: Change): string {
  return `${CHANGE_WORDS[kind]}: ${title}`;
}

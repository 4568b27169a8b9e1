import type {HtmlTagObject} from '@docusaurus/types';
import type {Made} from '../made';
import {atomOf} from './atom';
import {urnOf, type Change} from './change';
import type {Feed} from './feed';
import {jsonFeedOf} from './jsonFeed';

const TITLE = 'CGO Field Guide: what has changed';

/** Site path of the page that has all changes. */
export const CHANGES_PAGE = '/changes';

/** Site paths of the feed of all, or of one example. */
export function feedPaths(example?: string): Pick<Feed, 'atom' | 'json'> {
  const path = example === undefined ? '/feed' : `/feeds/${example}`;
  return {atom: `${path}.atom`, json: `${path}.json`};
}

/** What feeds are made for. */
export interface FeedOptions {
  /** Origin and base path of the site, with `/` at the end. */
  base: string;
  /** Examples as they are now. */
  examples: readonly {id: string; title: string}[];
  /** What a feed without changes says of its last: a moment in UTC. */
  since: string;
}

/**
 * The feed of all changes, and one for each example, in both forms. An example that is gone keeps its feed: what reads
 * it asks for it for years.
 *
 * @param changes - Newest first
 */
export function feedFiles(changes: readonly Change[], {base, examples, since}: FeedOptions): Made[] {
  const titles = new Map(examples.map(({id, title}) => [id, title]));
  const ids = new Set([...titles.keys(), ...changes.flatMap(({example}) => example ?? [])]);
  const all = {...feedPaths(), title: TITLE, page: CHANGES_PAGE, id: urnOf('feed'), base, since};
  return [
    ...bothForms(all, changes),
    ...[...ids].flatMap((id) =>
      bothForms(
        {
          ...all,
          ...feedPaths(id),
          title: `CGO Field Guide: changes of ${titles.get(id) ?? id}`,
          page: titles.has(id) ? `/x/${id}` : CHANGES_PAGE,
          id: urnOf('feed', id),
        },
        changes.filter(({example}) => example === id),
      ),
    ),
  ];
}

function bothForms(feed: Feed, changes: readonly Change[]): Made[] {
  return [
    {path: feed.atom, bytes: atomOf(feed, changes)},
    {path: feed.json, bytes: jsonFeedOf(feed, changes)},
  ];
}

/**
 * What tells programs of the feeds of a page.
 *
 * @param baseUrl - Base path of the site, with `/` at the end
 * @param example - Whose page it is; left out: any page
 */
export function feedLinks(baseUrl: string, example?: {id: string; title: string}): HtmlTagObject[] {
  const {atom, json} = feedPaths(example?.id);
  const title = example === undefined ? TITLE : `Changes of ${example.title}`;
  return [
    {type: 'application/atom+xml', path: atom},
    {type: 'application/feed+json', path: json},
  ].map(({type, path}) => ({
    tagName: 'link',
    attributes: {rel: 'alternate', type, title, href: `${baseUrl}${path.slice(1)}`},
  }));
}

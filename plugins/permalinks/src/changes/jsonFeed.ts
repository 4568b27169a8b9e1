import {withoutControls} from '../xml';
import type {Change} from './change';
import {absolute, AUTHOR, headingOf, NEWEST, type Feed} from './feed';

/**
 * A feed as JSON Feed 1.1 has it (https://www.jsonfeed.org/version/1.1/).
 *
 * @param changes - Newest first
 */
export function jsonFeedOf(feed: Feed, changes: readonly Change[]): string {
  const content = {
    version: 'https://jsonfeed.org/version/1.1',
    title: withoutControls(feed.title),
    home_page_url: absolute(feed, feed.page),
    feed_url: absolute(feed, feed.json),
    language: 'en',
    authors: [{name: AUTHOR}],
    items: changes.slice(0, NEWEST).map((change) => ({
      id: change.id,
      url: absolute(feed, change.address),
      title: withoutControls(headingOf(change)),
      // An item has to have a content.
      content_text: withoutControls(change.why ?? change.title),
      date_published: change.on,
      tags: [change.kind],
    })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

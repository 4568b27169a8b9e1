import type {SitemapItem} from '@docusaurus/plugin-sitemap/lib/types';
import type {Ledger} from './readLedger';

/**
 * What the sitemap has of permanent addresses: each revision that was not withdrawn. Short addresses only lead on, and a sitemap
 * takes addresses that are canonical (https://developers.google.com/search/docs/crawling-indexing/sitemaps/build-sitemap).
 *
 * @param site - Origin and base URL, with a slash at its end
 */
export function sitemapItems({subjects}: Pick<Ledger, 'subjects'>, site: string): SitemapItem[] {
  return [...subjects.values()].flatMap(({revisions}) =>
    revisions
      .filter(({withdrawn}) => withdrawn === undefined)
      .map(({published, superseded}) => ({
        url: `${site}${published.address.slice(1)}`,
        // Its text stays; what is said at its head changed last when another took its place.
        lastmod: (superseded?.on ?? published.on).slice(0, 10),
      })),
  );
}

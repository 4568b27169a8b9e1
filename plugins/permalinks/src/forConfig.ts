import path from 'node:path';
import type {Options} from '@docusaurus/plugin-sitemap';
import {readLedger} from './ledger/readLedger';
import {sitemapItems} from './ledger/sitemap';

/** The sitemap with the permanent addresses. */
export function sitemapWithRevisions(siteDir: string): Options {
  return {
    createSitemapItems: async ({defaultCreateSitemapItems, ...site}) => {
      const {url, baseUrl} = site.siteConfig;
      const ledger = readLedger(path.join(siteDir, 'ledger'));
      return [...(await defaultCreateSitemapItems(site)), ...sitemapItems(ledger, `${url}${baseUrl}`)];
    },
  };
}

import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import type {Collection} from '../../verified-examples/src/proof/collection';
import {CHANGES_PAGE, feedLinks} from './changes/feeds';

/** What has changed, as a page. What is made from the built pages is written by built-pages (`afterBuild`). */
export default function permalinks({siteDir, baseUrl}: LoadContext): Plugin {
  return {
    name: 'permalinks',

    async allContentLoaded({allContent, actions}) {
      const collection = allContent['verified-examples']?.default as Collection;
      const [{readLedger}, {changesPageView}] = await Promise.all([
        import('./ledger/readLedger'),
        import('./changes/changesPage'),
      ]);
      const ledger = readLedger(path.join(siteDir, 'ledger'));
      actions.addRoute({
        path: `${baseUrl}${CHANGES_PAGE.slice(1)}`,
        component: '@theme/ChangesPage',
        exact: true,
        props: {kept: changesPageView(siteDir, ledger, collection)},
      });
    },

    injectHtmlTags() {
      return {headTags: feedLinks(baseUrl)};
    },

    getThemePath() {
      return './theme';
    },

    getTypeScriptThemePath() {
      return './theme';
    },

    getPathsToWatch() {
      return ['plugins/permalinks/errata.yaml', 'ledger/published.ndjson'];
    },
  };
}

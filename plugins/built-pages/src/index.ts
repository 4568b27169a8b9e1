import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import type {LoadContext, Plugin} from '@docusaurus/types';
import type {Loaded} from '../../permalinks/src/afterBuild';
import type {Collection} from '../../verified-examples/src/proof/collection';

/** What is done to pages once they are built, in this order: Docusaurus runs the steps of different plugins side by side. */
export default function builtPages(context: LoadContext): Plugin {
  let loaded: Loaded | undefined;
  return {
    name: 'built-pages',

    allContentLoaded({allContent}) {
      loaded = {
        collection: allContent['verified-examples']?.default as Collection,
        docs: allContent['docusaurus-plugin-content-docs']?.default as LoadedContent,
      };
    },

    async postBuild({outDir}) {
      const [{htmlFiles}, {afterBuild}, {checkPermanentLinks}, {checkWritten}, {cutFolds}, {writeHeads}] =
        await Promise.all([
          import('./htmlFiles'),
          import('../../permalinks/src/afterBuild'),
          import('../../permalinks/src/checkLinks'),
          import('../../permalinks/src/ledger/writeRevisions'),
          import('./cutFolds'),
          import('./writeHeads'),
        ]);
      if (loaded === undefined) throw new Error('pages were built before content was loaded');
      const pages = htmlFiles(outDir).filter((file) => file !== '404.html');
      const revisions = await afterBuild({...context, outDir}, pages, loaded);
      checkPermanentLinks(outDir, pages, context.baseUrl);
      cutFolds(outDir, context.baseUrl);
      writeHeads({...context, outDir});
      checkWritten(outDir, revisions);
    },
  };
}

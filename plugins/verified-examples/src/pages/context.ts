import {readRadar} from '../../../base-images/src/radar/radarFile';
import {Addresses} from './publish/addresses';
import {forAuthors} from '../proof/gate/forAuthors';
import {collect} from '../proof/collection';
import type {PluginOptions} from '../settings';
import type {ViewContext} from './views/context';
import {readWordsContext} from './views/words';

/** How long a page may rely on what was read for the page before, in development; a build takes longer, so re-reads. */
const FRESH_MS = 1000;

/**
 * Makes a function that gives the collection as it is on disk now. Pages that are compiled together share one
 * reading; an edited example shows at once.
 */
export function createContext(siteDir: string, options: PluginOptions): () => ViewContext {
  const addresses = new Addresses(options.routeBasePath);
  let read: {context: ViewContext; at: number} | undefined;
  return () => {
    const now = performance.now();
    if (read === undefined || now - read.at > FRESH_MS) {
      const collection = forAuthors(collect(siteDir, options));
      const words = readWordsContext(siteDir, options);
      read = {context: {collection, addresses, words, radar: readRadar(siteDir)}, at: now};
    }
    return read.context;
  };
}

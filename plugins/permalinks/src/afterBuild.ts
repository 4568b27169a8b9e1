import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import type {LoadContext} from '@docusaurus/types';
import {verifiedExamples} from '../../siteOptions';
import {Addresses} from '../../verified-examples/src/pages/publish/addresses';
import {readWordsContext} from '../../verified-examples/src/pages/views/words';
import type {Collection} from '../../verified-examples/src/proof/collection';
import {withDefaults} from '../../verified-examples/src/settings';
import {StateBuilder} from './StateBuilder';
import {revisionAddress} from './model';
import {dataElement, inject} from './inject';
import {pageCitations} from './states/pageCitation';
import {guidesOf} from './states/guides';
import {readBuiltPage, sitePath} from './twins/builtPage';
import {writeLlms} from './twins/llms';
import {twinHref, writeTwin, type Twin} from './twins/writeTwin';

/** What was loaded for the site. */
export interface Loaded {
  collection: Collection;
  docs: LoadedContent;
}

/**
 * Writes what is made from the built pages: their Markdown, the states that can be cited, the revisions of the ledger, and
 * into each page what it is cited with.
 *
 * @param files - Pages, relative to the built site
 */
export async function afterBuild(
  {siteDir, outDir, baseUrl, siteConfig}: Pick<LoadContext, 'siteDir' | 'outDir' | 'baseUrl' | 'siteConfig'>,
  files: readonly string[],
  {collection, docs}: Loaded,
): Promise<void> {
  const options = withDefaults(verifiedExamples);
  const addresses = new Addresses(options.routeBasePath);
  const context = {collection, addresses, words: readWordsContext(siteDir, options)};
  const builder = new StateBuilder({
    guides: guidesOf(docs, siteDir, baseUrl),
    ...{baseUrl, context},
    isPublished: () => false,
  });
  const twins: Twin[] = [];
  for (const file of files) {
    const page = await readBuiltPage(outDir, file);
    const subject = builder.subjectOf(page.path);
    const head = subject && {revision: revisionAddress(subject), proved: subject.provedAt.slice(0, 10)};
    twins.push(await writeTwin(outDir, page, head ?? {}));
    await builder.add(page);
  }
  const {subjects} = await builder.finish();
  writeLlms(outDir, twins, siteConfig, baseUrl);
  const citations = pageCitations(subjects);
  for (const file of files) {
    const page = sitePath(file);
    const citation = citations.get(page);
    inject(outDir, file, [
      `<link rel="alternate" type="text/markdown" href="${baseUrl}${twinHref(page).slice(1)}">`,
      ...(citation === undefined ? [] : [dataElement('application/json', citation, 'citation')]),
    ]);
  }
}

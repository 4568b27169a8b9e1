import path from 'node:path';
import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import type {LoadContext} from '@docusaurus/types';
import logger from '@docusaurus/logger';
import {verifiedExamples} from '../../siteOptions';
import {Addresses} from '../../verified-examples/src/pages/publish/addresses';
import {readWordsContext} from '../../verified-examples/src/pages/views/words';
import type {Collection} from '../../verified-examples/src/proof/collection';
import {withDefaults} from '../../verified-examples/src/settings';
import {publishCheck} from './copies/publish';
import {copyRevisions} from './copies/fromLedger';
import {filesForMachines, headOf} from './forMachines';
import {dataElement, inject} from './inject';
import {readLedger, type Ledger} from './ledger/readLedger';
import {writeStates} from './ledger/states';
import {writeRevisions, type Written} from './ledger/writeRevisions';
import {writeMade} from './made';
import {revisionAddress, shortAddress, type State} from './model';
import {StateBuilder} from './StateBuilder';
import {guidesOf} from './states/guides';
import {pageCitations} from './states/pageCitation';
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
 * @returns The files of revisions, which no later step may change
 */
export async function afterBuild(
  {siteDir, outDir, baseUrl, siteConfig}: Pick<LoadContext, 'siteDir' | 'outDir' | 'baseUrl' | 'siteConfig'>,
  files: readonly string[],
  {collection, docs}: Loaded,
): Promise<Written> {
  const ledger = readLedger(path.join(siteDir, 'ledger'));
  const context = contextOf(siteDir, collection);
  const site = {base: `${siteConfig.url}${baseUrl}`, name: siteConfig.title};
  const builder = new StateBuilder({
    guides: guidesOf(docs, siteDir, baseUrl),
    ...{baseUrl, context},
    isPublished: (address) => isPublished(ledger, address),
  });
  const twins: Twin[] = [];
  for (const file of files) {
    const page = await readBuiltPage(outDir, file);
    const subject = builder.subjectOf(page.path);
    const head = subject && {revision: revisionAddress(subject), proved: subject.provedAt.slice(0, 10)};
    twins.push(await writeTwin(outDir, page, head ?? {}));
    await builder.add(page);
  }
  const {subjects, states} = await builder.finish();
  writeLlms(outDir, twins, siteConfig, baseUrl);
  const citations = pageCitations(subjects);
  for (const [index, file] of files.entries()) {
    const page = sitePath(file);
    const [citation, subject, twin] = [citations.get(page), builder.subjectOf(page), twins[index]];
    inject(outDir, file, [
      `<link rel="alternate" type="text/markdown" href="${baseUrl}${twinHref(page).slice(1)}">`,
      ...(subject === undefined || twin === undefined ? [] : headOf(subject, twin, context, site)),
      ...(citation === undefined ? [] : [dataElement('application/json', citation, 'citation')]),
    ]);
  }
  writeStates(path.join(siteDir, '.generated/states'), states);
  tell(ledger, states);
  writeMade(outDir, await filesForMachines(siteDir, site, ledger, subjects, context));
  const {revisions, asOf} = copyRevisions(ledger, collection.examples);
  await publishCheck(outDir, revisions, asOf);
  return writeRevisions(outDir, baseUrl, ledger, states);
}

function contextOf(siteDir: string, collection: Collection) {
  const options = withDefaults(verifiedExamples);
  const addresses = new Addresses(options.routeBasePath);
  return {collection, addresses, words: readWordsContext(siteDir, options)};
}

function isPublished({subjects}: Ledger, address: string): boolean {
  const short = address.replace(/@.*$/, '');
  return subjects.get(short)?.revisions.some(({published}) => published.address === address) === true;
}

function tell(ledger: Ledger, states: readonly State[]): void {
  const waiting = states.filter((state) => !isPublished(ledger, revisionAddress(state)));
  if (waiting.length > 0) {
    const some = waiting.slice(0, 3).map(shortAddress).join(', ');
    const more = waiting.length > 3 ? ', …' : '';
    logger.warn(
      `${waiting.length} of ${states.length} states have no published address yet (${some}${more}): npm run publish-revisions`,
    );
  }
  const {history} = ledger;
  if (history.state === 'unknown') logger.warn(`The ledger was not compared with main's: ${history.why}`);
}

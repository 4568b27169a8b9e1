import {verifiedExamples} from '../../../siteOptions';
import {Addresses} from '../../../verified-examples/src/pages/publish/addresses';
import type {Collection} from '../../../verified-examples/src/proof/collection';
import {withDefaults} from '../../../verified-examples/src/settings';
import type {Ledger} from '../ledger/readLedger';
import type {Change} from './change';
import {changesOf} from './changesOf';
import {changesView, type ChangesPageView} from './changesView';
import {feedPaths} from './feeds';
import {readErrata} from './readErrata';

/** All that has happened to what the site shows, newest first. @throws ProblemsError as {@link changesOf} and readErrata */
export function siteChanges(siteDir: string, {entries}: Ledger, collection: Collection): Change[] {
  const {expiresAfterDays} = withDefaults(verifiedExamples);
  const errata = readErrata(siteDir, collection.examples);
  return changesOf({entries, standings: collection.standings, errata, expiresAfterDays});
}

/** What the page of changes shows. */
export function changesPageView(siteDir: string, ledger: Ledger, collection: Collection): ChangesPageView {
  const {examples} = collection;
  const addresses = new Addresses(withDefaults(verifiedExamples).routeBasePath);
  return changesView(siteChanges(siteDir, ledger, collection), readErrata(siteDir, examples), {
    ...{examples, addresses},
    feeds: feedPaths(),
  });
}

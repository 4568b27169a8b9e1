import {listenForCitations} from './cite';
import {offerCitations, offerPage} from './cite/buttons';
import {listenForCopies} from './copyButtons';
import {listenForFolds} from './folds';
import {listenForOrigins} from './origin';
import {listenForPanels} from './panels';
import {listenForPrefetch} from './prefetch';
import {revealTarget} from './revealTarget';
import {listenForTips} from './tip';

interface RouteUpdate {
  location: {hash: string};
}

if (typeof document !== 'undefined') {
  listenForCitations();
  listenForCopies();
  listenForFolds();
  listenForOrigins();
  listenForPanels();
  listenForPrefetch();
  listenForTips();
  offerPage();
}

/** Client module: called by the site after each change of route, the first included. */
export function onRouteDidUpdate({location}: RouteUpdate): void {
  offerCitations(document);
  revealTarget(location.hash);
}

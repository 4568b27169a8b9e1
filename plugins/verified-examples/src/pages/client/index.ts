import {listenForCopies} from './copyButtons';
import {listenForFolds} from './folds';
import {listenForPanels} from './panels';
import {revealTarget} from './revealTarget';

interface RouteUpdate {
  location: {hash: string};
}

if (typeof document !== 'undefined') {
  listenForCopies();
  listenForFolds();
  listenForPanels();
}

/** Client module: called by the site after each change of route, the first included. */
export function onRouteDidUpdate({location}: RouteUpdate): void {
  revealTarget(location.hash);
}

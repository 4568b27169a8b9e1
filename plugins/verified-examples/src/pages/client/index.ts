import {listenForCopies} from './copyButtons';
import {listenForFolds} from './folds';
import {revealTarget} from './revealTarget';

interface RouteUpdate {
  location: {hash: string};
}

if (typeof document !== 'undefined') {
  listenForCopies();
  listenForFolds();
}

/** Client module: called by the site after each change of route, the first included. */
export function onRouteDidUpdate({location}: RouteUpdate): void {
  revealTarget(location.hash);
}

import {listenForCopies} from './copyButtons';
import {listenForFiles} from './sameFile';
import {revealTarget} from './revealTarget';

interface RouteUpdate {
  location: {hash: string};
}

if (typeof document !== 'undefined') {
  listenForCopies();
  listenForFiles();
}

/** Client module: called by the site after each change of route, the first included. */
export function onRouteDidUpdate({location}: RouteUpdate): void {
  revealTarget(location.hash);
}

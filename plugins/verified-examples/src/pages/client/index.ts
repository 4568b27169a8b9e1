import {revealTarget} from './revealTarget';

interface RouteUpdate {
  location: {hash: string};
}

/** Client module: called by the site after each change of route, the first included. */
export function onRouteDidUpdate({location}: RouteUpdate): void {
  revealTarget(location.hash);
}

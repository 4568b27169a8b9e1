import {addressOfPage} from './addressOfPage';
import {listenForDecisions} from './decision';

if (typeof window !== 'undefined') {
  // Before anything is drawn: the page was rendered under its address, and would differ under another.
  const {pathname, search, hash} = window.location;
  const address = addressOfPage(pathname);
  if (address !== pathname)
    window.history.replaceState(window.history.state, '', `${address}${search}${hash}`);
  listenForDecisions();
}

/**
 * Keeps the page from fetching what each link in view leads to: that kept phones busy while the page became usable.
 * A link that is pointed at or touched still fetches its page.
 */
export function onRouteDidUpdate(): void {
  window.docusaurus = {...window.docusaurus, prefetch: () => false};
}

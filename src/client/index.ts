import {addressOfPage} from './addressOfPage';

// Before anything is drawn: the page was rendered under its address, and would differ under another.
if (typeof window !== 'undefined') {
  const {pathname, search, hash} = window.location;
  const address = addressOfPage(pathname);
  if (address !== pathname)
    window.history.replaceState(window.history.state, '', `${address}${search}${hash}`);
}

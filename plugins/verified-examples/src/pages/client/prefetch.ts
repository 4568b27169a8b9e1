/**
 * Fetches the page that a link leads to once it is pointed at or touched: links in what is kept as HTML load pages anew. Those
 * that React renders do likewise by themselves.
 */
export function listenForPrefetch(): void {
  document.addEventListener('pointerover', ({target}) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('[data-kept] a[href]') : null;
    if (link?.download !== '' || !isOtherPage(link)) return;
    const href = `${link.pathname}${link.search}`;
    if (document.head.querySelector(`link[rel="prefetch"][href="${CSS.escape(href)}"]`) !== null) return;
    document.head.append(Object.assign(document.createElement('link'), {rel: 'prefetch', href}));
  });
}

/** Files beside the pages have a name with a dot. */
function isOtherPage({origin, pathname}: HTMLAnchorElement): boolean {
  const {location} = window;
  return origin === location.origin && pathname !== location.pathname && !pathname.includes('.');
}

/**
 * React's renderer puts one for each image before the page. Preact, which knows of none, would move all that follows, and the
 * browser would lay the page out anew.
 */
export function withoutPreloads(html: string): string {
  return html.replace(/(<div id="?__docusaurus"?>)(?:<link rel="?preload"? as="?image"?[^>]*>\s*)+/, '$1');
}

import useBrokenLinks from '@docusaurus/useBrokenLinks';

/**
 * Tells the check of anchors that this page has an element with the id, which it cannot see by itself.
 *
 * @param id - Nothing is registered for undefined
 */
export function useAnchor(id: string | undefined): void {
  const brokenLinks = useBrokenLinks();
  if (id !== undefined) brokenLinks.collectAnchor(id);
}

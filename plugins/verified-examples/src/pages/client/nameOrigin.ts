/**
 * Lets commands fetch from where the page is read: a mirror, or the reader's own machine. As built, they name the configured
 * site.
 *
 * @param part - Part of a page
 * @param built - Origin in the built page, for example "https://guide.example"
 */
export function nameOrigin(part: Element, built: string): void {
  const {origin} = window.location;
  if (origin === built) return;
  for (const block of part.querySelectorAll('[data-commands]')) {
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (texts.nextNode() !== null) {
      const {currentNode} = texts;
      currentNode.nodeValue = (currentNode.nodeValue ?? '').replaceAll(`${built}/`, `${origin}/`);
    }
  }
}

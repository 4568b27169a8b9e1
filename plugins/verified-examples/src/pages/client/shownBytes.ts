/** What a `<pre>` of ours offers to copy; narrower than the DOM's type so that it can be tested without one. */
export interface ShownCode {
  textContent: string | null;
  dataset: Readonly<Record<string, string | undefined>>;
}

/**
 * The bytes that were verified, read back from the page. Code is shown without its final newline, which would
 * draw an empty line; `data-final-newline` says whether there is one.
 */
export function shownBytes(pre: ShownCode): string {
  return (pre.textContent ?? '') + (pre.dataset.finalNewline === 'true' ? '\n' : '');
}

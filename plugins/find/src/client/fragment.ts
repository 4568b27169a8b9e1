const KEY = 'q';

/**
 * What an address asks for: `#q=exec%20%2Fapp…`. It stands in the fragment, which no server sees.
 *
 * @returns undefined for a fragment that is the address of a section, or holds a reader's names
 */
export function questionOf(fragment: string): string | undefined {
  const found = fragment.startsWith(`#${KEY}=`) ? fragment.slice(KEY.length + 2) : undefined;
  if (found === undefined) return undefined;
  try {
    return decodeURIComponent(found);
  } catch {
    return undefined;
  }
}

/** The fragment that {@link questionOf} reads; empty for nothing. */
export function fragmentOf(text: string): string {
  return text.trim() === '' ? '' : `#${KEY}=${encodeURIComponent(text)}`;
}

/** Puts a question into the address of the page, without an entry in the history for each letter. */
export function keepInAddress(text: string): void {
  const {pathname, search} = window.location;
  window.history.replaceState(window.history.state, '', `${pathname}${search}${fragmentOf(text)}`);
}

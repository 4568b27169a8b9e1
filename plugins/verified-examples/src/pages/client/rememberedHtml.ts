/** Parts of pages that were left, so that the way back shows them at once and in the place to which they were scrolled. */
const left = new Map<string, string>();

/** How many are remembered; the oldest go first. */
const REMEMBERED = 20;

const keyOf = (path: string, id: string) => `${path}#${id}`;

/** @returns The HTML of a part as a reader left it; undefined for one that was not left lately */
export function rememberedHtml(path: string, id: string): string | undefined {
  return left.get(keyOf(path, id));
}

/** @param html - Of the part, as it is now */
export function rememberHtml(path: string, id: string, html: string): void {
  const key = keyOf(path, id);
  left.delete(key);
  left.set(key, html);
  const [oldest] = left.keys();
  if (left.size > REMEMBERED && oldest !== undefined) left.delete(oldest);
}

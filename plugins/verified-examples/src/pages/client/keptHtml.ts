import {pageAt} from './pageAt';

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

/**
 * @param path - Address of a page of this site
 * @param id - Of a part of it that is kept as HTML
 * @returns The HTML of that part. A page that can't be had is loaded anew, which shows what the browser has to say of it.
 */
export async function keptHtml(path: string, id: string): Promise<string> {
  try {
    const part = (await pageAt(path)).querySelector(`[data-kept="${CSS.escape(id)}"]`);
    if (part === null) throw new Error(`${path} has no part ${id}`);
    return part.innerHTML;
  } catch {
    window.location.reload();
    return '';
  }
}

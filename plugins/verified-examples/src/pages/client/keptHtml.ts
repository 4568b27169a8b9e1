import {pageAt} from './pageAt';

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

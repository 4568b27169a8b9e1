/** The last page that was asked for; its parts are asked for one by one. */
let last: {path: string; page: Promise<Document>} | undefined;

/**
 * @param path - Address of a page of this site
 * @param id - Of a part of it that is kept as HTML
 * @returns The HTML of that part. A page that can't be had is loaded anew, which shows what the browser has to say of it.
 */
export async function keptHtml(path: string, id: string): Promise<string> {
  if (last?.path !== path) last = {path, page: load(path)};
  try {
    const part = (await last.page).querySelector(`[data-kept="${CSS.escape(id)}"]`);
    if (part === null) throw new Error(`${path} has no part ${id}`);
    return part.innerHTML;
  } catch {
    window.location.reload();
    return '';
  }
}

async function load(path: string): Promise<Document> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

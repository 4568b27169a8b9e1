/** The last page that was asked for; its parts are asked for one by one. */
let last: {path: string; page: Promise<Document>} | undefined;

/**
 * @param path - Address of a page of this site
 * @returns Its HTML as it was built, without what scripts do to it
 * @throws Error when it can't be had; it is asked for anew the next time
 */
export function pageAt(path: string): Promise<Document> {
  if (last?.path === path) return last.page;
  const page = load(path);
  last = {path, page};
  page.catch(() => {
    if (last?.page === page) last = undefined;
  });
  return page;
}

async function load(path: string): Promise<Document> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

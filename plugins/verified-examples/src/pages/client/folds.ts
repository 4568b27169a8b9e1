import {offerCitations} from './cite/buttons';

/** Fills a fold of a large page when it is opened; it has the link to its file (plugins/built-pages). */
export function listenForFolds(): void {
  // It does not bubble.
  document.addEventListener('toggle', ({target}) => void fill(target), {capture: true});
}

/** A file that can't be had leaves the link, which leads to it. */
async function fill(target: EventTarget | null): Promise<void> {
  if (!(target instanceof HTMLDetailsElement) || !target.open) return;
  const link = target.querySelector<HTMLAnchorElement>('a[data-fold-file]');
  if (link === null) return;
  const response = await fetch(link.href).catch(() => undefined);
  if (response?.ok !== true) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const content = page.querySelector('[data-fold-content]');
  if (content === null) return;
  link.parentElement?.replaceWith(...content.childNodes);
  offerCitations(target);
}

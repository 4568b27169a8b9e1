import {withOrigin} from '../../../../../src/cite/origin';
import {citedOf} from './cite/subject';
import {withBase} from './cite/siteBase';

const KEY = 'copy-with-address';

/** Keeps the switches of all cards as the reader chose; the browser remembers it. */
export function listenForOrigins(): void {
  document.addEventListener('change', ({target}) => {
    if (!(target instanceof HTMLInputElement) || target.dataset.origin === undefined) return;
    remember(target.checked);
    set(document, target.checked);
  });
}

/** @param part - What came into the page */
export function setOrigins(part: ParentNode): void {
  set(part, remembered());
}

function set(part: ParentNode, on: boolean): void {
  for (const input of part.querySelectorAll<HTMLInputElement>('input[data-origin]')) input.checked = on;
}

/**
 * @param button - That copies a file
 * @param bytes - The file
 * @returns The file with the line that says where it is from; undefined: the reader did not ask for it
 */
export function markedCopy(button: HTMLElement, bytes: string): Promise<{text: string}> | undefined {
  const input = button.closest('div')?.querySelector<HTMLInputElement>(':scope > label > input[data-origin]');
  if (input?.checked !== true) return undefined;
  const {origin: sha256 = '', originOf: page = ''} = input.dataset;
  return citedOf({path: withBase(page)}).then(({url}) => ({text: withOrigin(bytes, {url, sha256})}));
}

function remembered(): boolean {
  try {
    return window.localStorage.getItem(KEY) === 'yes';
  } catch {
    return false;
  }
}

/** A browser that may not store anything keeps it until the page is left. */
function remember(on: boolean): void {
  try {
    if (on) window.localStorage.setItem(KEY, 'yes');
    else window.localStorage.removeItem(KEY);
  } catch {
    // Refused by the reader's settings.
  }
}

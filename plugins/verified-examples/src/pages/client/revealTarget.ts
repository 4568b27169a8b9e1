/**
 * Opens every `<details>` around the element an address points to, and one right after it that its heading opens:
 * not all browsers do so by themselves, and a link from a postmortem must land on its proof. Chooses a variant likewise.
 *
 * @param hash - With the leading "#"
 * @param scroll - Whether to go there even where nothing had to be opened: the browser did so before it was there
 */
export function revealTarget(hash: string, {scroll = false} = {}): void {
  if (hash.length < 2) return;
  const target = document.getElementById(decode(hash.slice(1)));
  let opened = scroll;
  if (target instanceof HTMLInputElement && target.type === 'radio') target.checked = true;
  const next = target?.nextElementSibling ?? null;
  if (next instanceof HTMLDetailsElement && next.dataset.openedBy === 'heading') next.open = true;
  for (let node = target; node !== null; node = node.parentElement) {
    if (node instanceof HTMLDetailsElement && !node.open) {
      node.open = true;
      opened = true;
    }
  }
  if (opened) target?.scrollIntoView();
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

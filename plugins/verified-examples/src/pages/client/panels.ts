/**
 * Panels of a switch (theme/ProofCard/Switch): what a reader searches for in the page opens the panel that has it, and the
 * address names the variant that was chosen, so that a link leads to it.
 */
export function listenForPanels(): void {
  document.addEventListener('beforematch', ({target}) => {
    if (!(target instanceof HTMLElement)) return;
    const button = buttonOf(target);
    if (button === null) return;
    button.checked = true;
    // The browser takes the attribute away after this; the panel is to be hidden again when another is chosen.
    setTimeout(() => {
      hideUntilFound(target);
    });
  });
  document.addEventListener('change', ({target}) => {
    if (!(target instanceof HTMLInputElement) || target.dataset.linked === undefined) return;
    const {pathname, search} = window.location;
    window.history.replaceState(window.history.state, '', `${pathname}${search}#${target.id}`);
  });
}

/** Lets the browser search in panels that are not shown, where it can; elsewhere the style sheet hides them from that too. */
export function searchPanels(part: Element): void {
  if (!('onbeforematch' in document.body)) return;
  part.querySelectorAll<HTMLElement>('[data-panel]').forEach(hideUntilFound);
}

function hideUntilFound(panel: HTMLElement): void {
  panel.setAttribute('hidden', 'until-found');
}

function buttonOf(panel: HTMLElement): HTMLInputElement | null {
  const button = panel.previousElementSibling?.previousElementSibling;
  return panel.dataset.panel !== undefined && button instanceof HTMLInputElement ? button : null;
}

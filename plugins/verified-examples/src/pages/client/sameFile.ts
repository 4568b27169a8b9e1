/** What is needed of a radio button that chooses a file. */
export interface FileChoice {
  value: string;
  checked: boolean;
}

/**
 * Chooses the file of this path in every variant, so that it stays in view when the variant changes. A variant
 * without such a file keeps its own choice, and so do all without JavaScript.
 *
 * @param choices - The file buttons of all variants of one example; the value is the file's path
 */
export function chooseSameFile(choices: Iterable<FileChoice>, path: string): void {
  for (const choice of choices) {
    if (choice.value === path) choice.checked = true;
  }
}

/** Lets the variants of a card follow the file that a reader chooses in one of them. */
export function listenForFiles(): void {
  document.addEventListener('change', ({target}) => {
    const card = target instanceof HTMLInputElement ? target.closest('[data-card]') : null;
    if (!(target instanceof HTMLInputElement) || card === null) return;
    const files = `${card.id}-file-`;
    if (!target.name.startsWith(files)) return;
    chooseSameFile(card.querySelectorAll<HTMLInputElement>(`input[name^="${files}"]`), target.value);
  });
}

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

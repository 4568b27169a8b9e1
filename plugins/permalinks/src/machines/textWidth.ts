/**
 * Widths of Verdana's letters at 11 pixels, in tenths of a pixel: its advances (2048 units an em) times 11.
 * What is not in it counts as the widest.
 */
const WIDTHS: Readonly<Record<string, number>> = {
  ...widths('il', 31),
  ...widths('j', 38),
  ...widths(' f', 39),
  ...widths('t', 44),
  ...widths('r', 47),
  ...widths('-', 50),
  ...widths('csz', 57),
  ...widths('vyxk', 65),
  ...widths('ae', 66),
  ...widths('bdghnopqu', 69),
  ...widths('0123456789', 70),
  ...widths('w', 90),
  ...widths('m', 107),
};

const WIDEST = 107;

function widths(letters: string, width: number): Record<string, number> {
  return Object.fromEntries(Array.from(letters, (letter) => [letter, width]));
}

/** @returns Width of a text of small letters and digits in Verdana at 11 pixels, whole pixels */
export function widthOf(text: string): number {
  const tenths = Array.from(text).reduce((sum, letter) => sum + (WIDTHS[letter] ?? WIDEST), 0);
  return Math.ceil(tenths / 10);
}

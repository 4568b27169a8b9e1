/** Longer words are digests and paths that nobody searches for. */
const LONGEST = 40;

/** What says nothing about a page. */
const STOP = new Set(
  'a an and are as at be by do does for from has have how i if in is it its my of on or that the this to was what when where which why will with you your'.split(
    ' ',
  ),
);

/**
 * The words of a text, for the index and for what is asked of it alike: `libresolv.so.2` whole and `libresolv`, `so`
 * in parts, in lower case.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const chunk of text.toLowerCase().split(/[\s"'`‘’“”()[\]{}<>,;=|*!?]+/)) {
    const whole = chunk
      .replace(/^[^\p{L}\p{N}_$/.-]+|[^\p{L}\p{N}_+]+$/gu, '')
      .replace(/^[./-]+(?=[\p{L}\p{N}])/u, '');
    if (whole === '' || STOP.has(whole)) continue;
    const parts = whole
      .split(/[^\p{L}\p{N}]+/u)
      .filter((part) => part.length > 1 && part !== whole && !STOP.has(part));
    if (whole.length <= LONGEST && whole.length > 1) words.push(whole);
    const name = whole.slice(whole.lastIndexOf('/') + 1);
    if (name !== whole && name.length > 1 && name.length <= LONGEST && !parts.includes(name))
      words.push(name);
    words.push(...parts.filter((part) => part.length <= LONGEST));
  }
  return words;
}

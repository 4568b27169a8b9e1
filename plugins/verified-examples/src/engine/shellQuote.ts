/** A word as a POSIX shell reads it, whatever the word holds: in single quotes, those of its own between them. */
export function shellQuote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** Quotes a word for a POSIX shell, only where it must be. */
export function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** One line of shell from words. */
export function line(...words: readonly string[]): string {
  return words.map(quote).join(' ');
}

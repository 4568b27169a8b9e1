/** Of each word so many characters are looked for first; shorter words are looked for one by one. */
const HEAD = 4;
/** Characters that are looked at together, and how many of them a table tells apart. */
const BLOCK = 3;
const TABLE = 1 << 15;

/**
 * Finds many words in a text in one pass, as Wu and Manber do: characters that no word begins with are leapt over three at
 * a time. A search for each word by itself takes as many passes as there are words.
 */
export class Scan<Value> {
  private readonly leap = new Uint8Array(TABLE).fill(HEAD - BLOCK + 1);
  private readonly ending = new Map<number, [string, Value][]>();
  private readonly short: [string, Value][] = [];

  constructor(words: ReadonlyMap<string, Value>) {
    for (const entry of words) {
      const [word] = entry;
      if (word.length < HEAD) {
        this.short.push(entry);
        continue;
      }
      for (let end = BLOCK; end <= HEAD; end++) {
        const block = blockAt(word, end - 1);
        this.leap[block] = Math.min(this.leap[block] ?? 0, HEAD - end);
        if (end === HEAD) this.ending.set(block, [...(this.ending.get(block) ?? []), entry]);
      }
    }
  }

  /** Calls back for each time that a word stands in a text; for the same word, place after place. */
  each(text: string, found: (word: string, value: Value, at: number) => void): void {
    for (const [word, value] of this.short)
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) found(word, value, at);
    for (let end = HEAD - 1; end < text.length;) {
      const block = blockAt(text, end);
      const leap = this.leap[block] ?? 0;
      if (leap > 0) {
        end += leap;
        continue;
      }
      const at = end - HEAD + 1;
      for (const [word, value] of this.ending.get(block) ?? [])
        if (text.startsWith(word, at)) found(word, value, at);
      end++;
    }
  }
}

/** A number for the characters of a block that ends at a place; other blocks may have the same. */
function blockAt(text: string, end: number): number {
  return (
    ((text.charCodeAt(end - 2) << 10) ^ (text.charCodeAt(end - 1) << 5) ^ text.charCodeAt(end)) & (TABLE - 1)
  );
}

import {clean, prefixEnd, type Cleaned} from './clean';

/** Longer lines are read around the words that matter. */
export const WINDOW = 1500;

const BLOCK = 20_000;

/** The lines of an input, cleaned when they are asked for. */
export class Lines {
  private readonly starts: number[] = [0];
  private readonly said = new Map<RegExp, boolean[]>();
  private readonly known = new Map<number, Cleaned>();
  private readonly continuing = new Map<number, boolean>();

  constructor(readonly input: string) {
    for (let at = input.indexOf('\n'); at >= 0; at = input.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  get count(): number {
    return this.starts.length;
  }

  /** @returns The index of the line that an offset is in */
  lineAt(offset: number): number {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  bounds(line: number): [number, number] {
    const start = this.starts[line] ?? this.input.length;
    return [start, line + 1 < this.starts.length ? (this.starts[line + 1] ?? 0) - 1 : this.input.length];
  }

  /** Whether a line is read in parts. */
  isLong(line: number): boolean {
    const [start, end] = this.bounds(line);
    return end - start > WINDOW * 2;
  }

  /** Whether the part of the input that a place is in, large enough to tell what it is about, has something. */
  says(regex: RegExp, offset: number): boolean {
    const block = Math.floor(offset / BLOCK);
    let blocks = this.said.get(regex);
    if (blocks === undefined) this.said.set(regex, (blocks = []));
    return (blocks[block] ??= regex.test(
      this.input.slice(Math.max(0, block - 1) * BLOCK, (block + 2) * BLOCK),
    ));
  }

  raw(line: number): string {
    return this.input.slice(...this.bounds(line));
  }

  /** A line as it was meant; of a very long one what is around `near`. */
  cleaned(line: number, near?: number): Cleaned {
    const [start, end] = this.bounds(line);
    if (this.isLong(line)) {
      const from = Math.max(start, (near ?? start) - WINDOW);
      return clean(this.input, from, Math.min(end, from + WINDOW * 2));
    }
    let cleaned = this.known.get(line);
    if (cleaned === undefined) {
      cleaned = clean(this.input, start, end);
      if (this.known.size > 5000) this.known.clear();
      this.known.set(line, cleaned);
    }
    return cleaned;
  }

  /**
   * A line together with those that a terminal, a mail or a log driver broke off it.
   *
   * @returns Nothing where the lines are each one of their own
   */
  joined(first: number, last: number): Cleaned[] {
    for (let line = first + 1; line <= last; line++) if (!this.goesOn(line)) return [];
    const lines = Array.from({length: last - first + 1}, (_, index) => this.cleaned(first + index));
    const texts = lines.map(({text}) => text.trimEnd());
    if (texts.some((text) => text.length > 400 || text.includes('\n'))) return [];
    if (texts.slice(0, -1).some((text) => text.length < 16)) return [];
    return ['\n', '', ' '].map((between): Cleaned => {
      let text = '';
      const parts = lines.map(({at}, index) => {
        const own = texts[index] ?? '';
        const from = index === 0 ? 0 : carried(own);
        if (index > 0) text += between;
        const begin = text.length;
        text += own.slice(from);
        return {begin, at: (offset: number) => at(Math.max(from, offset - begin + from))};
      });
      return {text, at: (index) => (parts.findLast(({begin}) => begin <= index) ?? parts[0])?.at(index) ?? 0};
    });
  }

  /** Whether a line may be a part that was broken off the one before. */
  goesOn(line: number): boolean {
    if (line === 0 || line >= this.count) return false;
    let goesOn = this.continuing.get(line);
    if (goesOn === undefined) {
      goesOn = continues(this.cleaned(line).text.trimEnd());
      this.continuing.set(line, goesOn);
    }
    return goesOn;
  }
}

/** How much of a broken-off line whatever broke it has put before it: space, or the name of a compose service. */
function carried(line: string): number {
  return /^(?:[\w.-]*\s+\| ?)?\s*/.exec(line)?.[0].length ?? 0;
}

/** Whether a line may go on with the one before: it has no time of its own, and is no object of JSON. */
function continues(line: string): boolean {
  const rest = line.slice(carried(line));
  return rest !== '' && !rest.startsWith('{') && !/\d/.test(rest.slice(0, prefixEnd(rest)));
}

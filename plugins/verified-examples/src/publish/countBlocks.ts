import {Parser} from 'htmlparser2';

/** States that a code block may carry on a published page. */
const PUBLISHED = new Set(['verified', 'moved', 'expired', 'reasoned']);

/** A code block of a built page that has no published state. */
export interface UnprovedBlock {
  page: string;
  state: string;
  /** First line of its text. */
  text: string;
}

export interface BlockCount {
  byState: Map<string, number>;
  unproved: UnprovedBlock[];
}

/**
 * Counts the code blocks (`<pre>`) and matrices of a built page by the state they carry, whatever rendered them.
 *
 * @param html - The page's HTML
 * @param page - Its name in reports
 */
export function countBlocks(html: string, page: string, count: BlockCount): void {
  /** Every open `<pre>` and `<table>`, and what is to be told of it. */
  const open: (UnprovedBlock | undefined)[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!MAY_BE_BLOCKS.has(name)) return;
      const block = isBlock(name, attributes) ? blockOf(attributes, page, count) : undefined;
      if (block !== undefined) count.unproved.push(block);
      open.push(block);
    },
    ontext(text) {
      for (const block of open) if (block !== undefined) block.text += text;
    },
    onclosetag(name) {
      if (MAY_BE_BLOCKS.has(name)) open.pop();
    },
  });
  parser.end(html);
  for (const block of count.unproved) block.text = block.text.trim().split('\n', 1)[0] ?? '';
}

const MAY_BE_BLOCKS = new Set(['pre', 'table']);

type Attributes = Readonly<Record<string, string>>;

/** A matrix is a block of recorded output too, though not of code. */
function isBlock(name: string, attributes: Attributes): boolean {
  return name === 'pre' || 'data-matrix' in attributes;
}

/** Counts a block. @returns It when its state is none that may be published */
function blockOf(attributes: Attributes, page: string, {byState}: BlockCount): UnprovedBlock | undefined {
  const state = attributes['data-proof'] ?? 'none';
  byState.set(state, (byState.get(state) ?? 0) + 1);
  return PUBLISHED.has(state) ? undefined : {page, state, text: ''};
}

/** @returns One line with the number of blocks of each state, and of those without a published one */
export function formatCount({byState, unproved}: BlockCount): string {
  const states = [...byState]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([state, number]) => `${number} ${state}`);
  return `code blocks: ${states.length === 0 ? 'none' : states.join(', ')}; ${unproved.length} unproved`;
}

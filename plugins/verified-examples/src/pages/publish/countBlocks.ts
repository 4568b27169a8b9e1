import {parse, type DefaultTreeAdapterTypes} from 'parse5';

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
  visit(parse(html, {scriptingEnabled: false}), (element) => {
    const proof = element.attrs.find(({name}) => name === 'data-proof')?.value;
    if (element.tagName !== 'pre' && !(element.tagName === 'table' && isMatrix(element))) return;
    const state = proof ?? 'none';
    count.byState.set(state, (count.byState.get(state) ?? 0) + 1);
    if (!PUBLISHED.has(state)) {
      const [text = ''] = textOf(element).trim().split('\n');
      count.unproved.push({page, state, text});
    }
  });
}

/** A matrix is a block of recorded output too, though not of code. */
function isMatrix({attrs}: Element): boolean {
  return attrs.some(({name}) => name === 'data-matrix');
}

/** @returns One line with the number of blocks of each state, and of those without a published one */
export function formatCount({byState, unproved}: BlockCount): string {
  const states = [...byState]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([state, number]) => `${number} ${state}`);
  return `code blocks: ${states.length === 0 ? 'none' : states.join(', ')}; ${unproved.length} unproved`;
}

type Element = DefaultTreeAdapterTypes.Element;
type Child = DefaultTreeAdapterTypes.ChildNode;

function visit(node: DefaultTreeAdapterTypes.ParentNode, enter: (element: Element) => void): void {
  for (const child of childrenOf(node)) {
    if ('tagName' in child) {
      enter(child);
      visit('content' in child ? child.content : child, enter);
    }
  }
}

function childrenOf(node: DefaultTreeAdapterTypes.ParentNode): Child[] {
  return node.childNodes;
}

function textOf(element: Element): string {
  return element.childNodes
    .map((child) => ('value' in child ? child.value : 'tagName' in child ? textOf(child) : ''))
    .join('');
}

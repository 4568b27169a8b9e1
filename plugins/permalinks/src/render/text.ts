import type {Element, Nodes, Root} from 'hast';

/** Elements that hold text and no blocks. */
const LINES = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'dt', 'tr']);

/**
 * What a page says as plain text, for e-mail and terminals: a blank line between blocks, code indented by four spaces.
 *
 * @param content - Of `cleanMain`
 */
export function plainText(content: Root): string {
  const blocks = blocksOf(content).filter((block) => block.trim() !== '');
  return `${blocks.join('\n\n')}\n`;
}

function blocksOf(node: Nodes): string[] {
  if (node.type === 'text') return [inline(node)];
  if (!('children' in node)) return [];
  if (node.type === 'element') {
    const {tagName} = node;
    if (tagName === 'pre') return [indented(textIn(node))];
    if (tagName === 'tr') return [cellsOf(node).join(' | ')];
    if (tagName === 'li') return [`- ${joined(node).trimStart()}`];
    if (LINES.has(tagName)) return [headed(tagName, inline(node))];
    if (tagName === 'table') return [rowsOf(node).join('\n')];
  }
  return node.type === 'element' || node.type === 'root' ? mixed(node) : [];
}

/** Text beside elements that are blocks becomes a block of its own. */
function mixed(node: Root | Element): string[] {
  const blocks: string[] = [];
  let line = '';
  for (const child of node.children) {
    if (child.type === 'text' || (child.type === 'element' && !hasBlocks(child))) {
      line += inline(child);
    } else {
      blocks.push(line.trim(), ...blocksOf(child));
      line = '';
    }
  }
  return [...blocks, line.trim()];
}

function joined(item: Element): string {
  return mixed(item)
    .filter((block) => block !== '')
    .join('\n')
    .replaceAll('\n', '\n  ');
}

function headed(tagName: string, text: string): string {
  if (tagName === 'h1') return `${text}\n${'='.repeat(Math.min(text.length, 78))}`;
  if (tagName === 'h2') return `${text}\n${'-'.repeat(Math.min(text.length, 78))}`;
  return text;
}

const BLOCK = new Set([...LINES, 'pre', 'ul', 'ol', 'li', 'dl', 'dd', 'div', 'table', 'blockquote', 'hr']);

function hasBlocks(node: Nodes): boolean {
  if (node.type !== 'element') return false;
  return BLOCK.has(node.tagName) || node.children.some(hasBlocks);
}

function rowsOf(node: Nodes): string[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'tr' ? [cellsOf(child).join(' | ')] : rowsOf(child),
  );
}

function cellsOf(row: Element): string[] {
  return row.children.flatMap((cell) => (cell.type === 'element' ? [inline(cell)] : []));
}

function indented(text: string): string {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}

function inline(node: Nodes): string {
  return textIn(node).replace(/\s+/g, ' ');
}

function textIn(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'br') return ' ';
  return 'children' in node ? node.children.map(textIn).join('') : '';
}

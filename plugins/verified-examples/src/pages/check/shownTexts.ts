import {parse, type DefaultTreeAdapterTypes} from 'parse5';
import {tableText} from './matrixTexts';
import {STREAMS, type Kind} from './texts';

/** A text of a built page that is shown as proved, or as code. */
export interface Shown {
  kind: Kind;
  /** With its final newline, where the page says that it has one. */
  text: string;
  /** Id of the example that it claims to be proved by. */
  example: string | undefined;
  /** The state that it claims, `none` when it claims none; of a stream, that of its block. */
  state: string;
}

/** Elements that show their text as it is typed; the later three are obsolete, and browsers know them. */
const BLOCKS = new Set(['pre', 'listing', 'xmp', 'plaintext']);

type Element = DefaultTreeAdapterTypes.Element;
type Claim = Pick<Shown, 'example' | 'state'>;

/**
 * Finds the code blocks of a page, the streams in them, matrices and measured values, whatever rendered them.
 *
 * @param html - The page's HTML, read as a browser reads it
 */
export function shownTexts(html: string): Shown[] {
  const found: Shown[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ParentNode, around: Claim) => {
    for (const element of elementsIn(node)) {
      const own = claimOf(element);
      for (const {kind, text} of shownBy(element))
        found.push({kind, text, ...(isStream(kind) ? around : own)});
      visit(contentOf(element), own.state === 'none' ? around : own);
    }
  };
  visit(parse(html, {scriptingEnabled: false}), {example: undefined, state: 'none'});
  return found;
}

function claimOf(element: Element): Claim {
  return {
    example: attribute(element, 'data-example'),
    state: attribute(element, 'data-proof') ?? attribute(element, 'data-measured') ?? 'none',
  };
}

function shownBy(element: Element): Pick<Shown, 'kind' | 'text'>[] {
  const kind = kindOf(element);
  if (kind === undefined) return [];
  const commands = kind === 'code' ? commandsIn(element) : undefined;
  if (commands !== undefined) return commands.map((text) => ({kind: 'line', text}));
  if (kind === 'matrix') return [{kind, text: tableText(rowsOf(element))}];
  const newline = attribute(element, 'data-final-newline') === 'true' ? '\n' : '';
  return [{kind, text: textOf(element) + newline}];
}

/** The commands of a block that is a list of them; undefined: it is none, or holds more than that. */
function commandsIn(block: Element): string[] | undefined {
  if (attribute(block, 'data-commands') === undefined) return undefined;
  const commands = within(block).filter((element) => attribute(element, 'data-command') !== undefined);
  const texts = commands.map(textOf);
  return texts.length > 0 && texts.join('\n') === textOf(block) ? texts : undefined;
}

function within(element: DefaultTreeAdapterTypes.ParentNode): Element[] {
  return elementsIn(element).flatMap((one) => [one, ...within(one)]);
}

function kindOf(element: Element): Kind | undefined {
  if (BLOCKS.has(element.tagName)) return 'code';
  if (element.tagName === 'table' && attribute(element, 'data-matrix') !== undefined) return 'matrix';
  if (attribute(element, 'data-measured') !== undefined) return 'measured';
  const stream = attribute(element, 'data-stream');
  // A stream that nothing records is text like any other.
  return stream === undefined ? undefined : (STREAMS.find((name) => name === stream) ?? 'code');
}

function isStream(kind: Kind): boolean {
  return STREAMS.some((stream) => stream === kind);
}

/** Rows of a table, each as the text of its cells. */
function rowsOf(table: Element): string[][] {
  return elementsIn(table).flatMap((element) => {
    if (element.tagName !== 'tr') return rowsOf(element);
    return [elementsIn(element).map(textOf)];
  });
}

function elementsIn(node: DefaultTreeAdapterTypes.ParentNode): Element[] {
  return node.childNodes.filter((child) => 'tagName' in child);
}

/** What a template holds is beside its children. */
function contentOf(element: Element): DefaultTreeAdapterTypes.ParentNode {
  return isTemplate(element) ? element.content : element;
}

function isTemplate(element: Element): element is DefaultTreeAdapterTypes.Template {
  return 'content' in element;
}

function attribute({attrs}: Element, wanted: string): string | undefined {
  return attrs.find(({name}) => name === wanted)?.value;
}

function textOf(element: Element): string {
  return element.childNodes
    .map((child) => ('value' in child ? child.value : 'tagName' in child ? textOf(child) : ''))
    .join('');
}

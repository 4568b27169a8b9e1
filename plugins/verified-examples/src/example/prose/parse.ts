import type {Nodes, PhrasingContent, Root, RootContent} from 'mdast';
import type {TextDirective} from 'mdast-util-directive';
import {directiveFromMarkdown} from 'mdast-util-directive';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {directive} from 'micromark-extension-directive';
import {visit} from 'unist-util-visit';

/** Text with code, links and measured values, from Markdown: nothing that could carry markup of its own. */
export type Prose<Value = Measurement> = ProseNode<Value>[][];

export type ProseNode<Value = Measurement> =
  | {kind: 'text'; text: string}
  | {kind: 'code'; text: string}
  /** To another site, or a page of this one. */
  | {kind: 'link'; href: string; children: ProseNode<Value>[]}
  | {kind: 'measured'; value: Value};

/** `:measured[label]{attributes}` as it is written. */
export interface Measurement {
  label: string;
  attributes: Record<string, string>;
}

/** What was read, and a phrase for each thing that prose can't hold. */
export interface ParsedProse {
  prose: Prose;
  refused: string[];
}

/**
 * Reads Markdown of a manifest: paragraphs of text, code in back quotes, links to https addresses or to pages of this
 * site, and `:measured[label]{…}`. Everything else is refused, so that a manifest can neither carry markup nor code that
 * looks proved.
 */
export function parseProse(markdown: string): ParsedProse {
  const refused: string[] = [];
  const prose = proseTree(markdown).children.flatMap((block: RootContent) => {
    if (block.type === 'paragraph') return [inline(block.children, markdown, refused)];
    if (isReason(block)) return [];
    refused.push(inWords(block));
    return [];
  });
  if (prose.length === 0 && refused.length === 0) refused.push('no text');
  return {prose, refused: [...new Set(refused)]};
}

/** The measured values of Markdown, as they are written. */
export function measurementsIn(markdown: string): Measurement[] {
  const inNodes = (nodes: readonly ProseNode[]): Measurement[] =>
    nodes.flatMap((node) => {
      if (node.kind === 'link') return inNodes(node.children);
      return node.kind === 'measured' ? [node.value] : [];
    });
  return inNodes(parseProse(markdown).prose.flat());
}

/** The syntax tree of Markdown in a manifest, with its directives. */
export function proseTree(markdown: string): Root {
  return fromMarkdown(markdown, {extensions: [directive()], mdastExtensions: [directiveFromMarkdown()]});
}

/** Whether it is a comment that says why a sentence has no proof; it is not shown. */
export function isReason(node: Nodes): boolean {
  return node.type === 'html' && /^<!-- unproved: \S[^]* -->$/.test(node.value);
}

function inline(nodes: readonly PhrasingContent[], markdown: string, refused: string[]): ProseNode[] {
  const pieces = nodes.flatMap((node): ProseNode[] => {
    switch (node.type) {
      case 'text':
        return [{kind: 'text', text: node.value.replace(/\s*\n\s*/g, ' ')}];
      case 'inlineCode':
        return [{kind: 'code', text: node.value}];
      case 'link':
        if (!/^(?:https:\/\/|\/(?!\/))/.test(node.url))
          refused.push(`a link to ${node.url}, neither https:// nor a page of this site (/…)`);
        return [{kind: 'link', href: node.url, children: inline(node.children, markdown, refused)}];
      case 'html':
        if (!isReason(node)) refused.push(inWords(node));
        return [];
      case 'textDirective':
        return [directiveOf(node, markdown)];
      default:
        refused.push(inWords(node));
        return [];
    }
  });
  return pieces.reduce<ProseNode[]>((joined, piece) => {
    const before = joined.at(-1);
    return before?.kind === 'text' && piece.kind === 'text'
      ? [...joined.slice(0, -1), {kind: 'text', text: before.text + piece.text}]
      : [...joined, piece];
  }, []);
}

/** A colon before a word is text, unless the word is measured. */
function directiveOf(node: TextDirective, markdown: string): ProseNode {
  if (node.name !== 'measured') {
    const {start, end} = node.position ?? {};
    return {kind: 'text', text: markdown.slice(start?.offset, end?.offset)};
  }
  const attributes = Object.fromEntries(
    Object.entries(node.attributes ?? {}).map(([name, value]) => [name, value ?? '']),
  );
  return {kind: 'measured', value: {label: labelOf(node), attributes}};
}

/** The text in a directive's brackets. */
export function labelOf(node: Nodes): string {
  let label = '';
  visit(node, (child) => {
    if (child.type === 'text' || child.type === 'inlineCode') label += child.value;
  });
  return label;
}

const WORDS: Readonly<Partial<Record<Nodes['type'], string>>> = {
  code: 'a block of code',
  html: 'HTML (put <…> into back quotes)',
  strong: 'bold text',
  emphasis: 'emphasis',
  linkReference: 'a link by reference',
  blockquote: 'a quotation',
  break: 'a line break',
  image: 'an image',
  imageReference: 'an image',
};

function inWords({type}: Nodes): string {
  return WORDS[type] ?? `a ${type}`;
}

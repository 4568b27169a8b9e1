import type {Nodes, PhrasingContent, RootContent} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';

/** Text with code and links, from Markdown: nothing that could carry markup of its own. */
export type Prose = ProseNode[][];

export type ProseNode =
  | {kind: 'text'; text: string}
  | {kind: 'code'; text: string}
  /** To another site, or a page of this one. */
  | {kind: 'link'; href: string; children: ProseNode[]};

/** What was read, and a phrase for each thing that prose can't hold. */
export interface ParsedProse {
  prose: Prose;
  refused: string[];
}

/**
 * Reads Markdown of a manifest: paragraphs of text, code in back quotes, and links to https addresses or to pages
 * of this site. Everything else is refused, so that a manifest can neither carry markup nor code that looks proved.
 */
export function parseProse(markdown: string): ParsedProse {
  const refused: string[] = [];
  const prose = fromMarkdown(markdown).children.flatMap((block: RootContent) => {
    if (block.type === 'paragraph') return [inline(block.children, refused)];
    refused.push(inWords(block));
    return [];
  });
  if (prose.length === 0 && refused.length === 0) refused.push('no text');
  return {prose, refused: [...new Set(refused)]};
}

function inline(nodes: readonly PhrasingContent[], refused: string[]): ProseNode[] {
  return nodes.flatMap((node): ProseNode[] => {
    switch (node.type) {
      case 'text':
        return [{kind: 'text', text: node.value.replace(/\s*\n\s*/g, ' ')}];
      case 'inlineCode':
        return [{kind: 'code', text: node.value}];
      case 'link':
        if (!/^(?:https:\/\/|\/(?!\/))/.test(node.url))
          refused.push(`a link to ${node.url}, neither https:// nor a page of this site (/…)`);
        return [{kind: 'link', href: node.url, children: inline(node.children, refused)}];
      default:
        refused.push(inWords(node));
        return [];
    }
  });
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

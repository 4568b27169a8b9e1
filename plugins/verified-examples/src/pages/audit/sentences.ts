import type {Nodes, Paragraph, PhrasingContent, TableRow} from 'mdast';
import {visit} from 'unist-util-visit';

/** A sentence of a page, or a row of a table. */
export interface Sentence {
  /** Of the page, counted from 1. */
  line: number;
  /** As it is written. */
  text: string;
  /** The nodes it consists of. A text node may reach into the sentences before and after it. */
  nodes: readonly PhrasingContent[];
  /** What it says in text, without code and addresses. */
  said: string;
}

/** A sentence ends at a mark behind a word, so that "1. " and "2.5" end none. */
const END = /(?<=[^\d\s])[.?!](?=\s)/g;

/**
 * The sentences in a node: of its paragraphs, in lists, quotations, notes and components too, and the rows of its tables.
 * Pure.
 *
 * @param page - What the node was read from
 */
export function sentencesIn(node: Nodes, page: string): Sentence[] {
  const found: Sentence[] = [];
  visit(node, (inner) => {
    if (inner.type === 'paragraph') found.push(...sentencesOf(inner, page));
    if (inner.type === 'tableRow') found.push(rowOf(inner, page));
  });
  return found;
}

interface Piece {
  node: PhrasingContent;
  from: number;
  to: number;
}

/** Splits at the ends of sentences in the paragraph's own texts; what is marked up, linked or measured stays whole. */
function sentencesOf(paragraph: Paragraph, page: string): Sentence[] {
  const sentences: Piece[][] = [[]];
  for (const node of paragraph.children) {
    const {from, to} = placeOf(node);
    let start = from;
    for (const stop of node.type === 'text' ? endsIn(page, from, to) : []) {
      sentences.at(-1)?.push({node, from: start, to: stop});
      sentences.push([]);
      start = stop;
    }
    if (start < to) sentences.at(-1)?.push({node, from: start, to});
  }
  return sentences.flatMap((pieces) => sentenceOf(pieces, page) ?? []);
}

/** Where sentences end between two offsets, which the character before may decide: that of code, say. */
function endsIn(page: string, from: number, to: number): number[] {
  const before = Math.max(0, from - 1);
  return [...page.slice(before, to).matchAll(END)]
    .map(({index}) => before + index + 1)
    .filter((end) => end > from);
}

function rowOf(row: TableRow, page: string): Sentence {
  const {from, to} = placeOf(row);
  const nodes = row.children.flatMap((cell) => cell.children);
  const said = nodes.map((node) => saidBy({node, ...placeOf(node)}, page)).join(' ');
  return {line: lineOf(page, from), text: page.slice(from, to).trim(), nodes, said};
}

function sentenceOf(pieces: readonly Piece[], page: string): Sentence | undefined {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const whole = page.slice(first.from, last.to);
  const text = whole.trim();
  if (text === '') return undefined;
  const said = pieces.map((piece) => saidBy(piece, page)).join('');
  const begin = first.from + (whole.length - whole.trimStart().length);
  return {line: lineOf(page, begin), text, nodes: pieces.map(({node}) => node), said};
}

/** The text of a piece, and of what is marked up in it. `:word` in prose is text to readers. */
function saidBy({node, from, to}: Piece, page: string): string {
  if (node.type === 'text' || node.type === 'textDirective') return page.slice(from, to);
  let said = '';
  visit(node, 'text', ({value}) => {
    said += value;
  });
  return said;
}

function placeOf({position}: Nodes): {from: number; to: number} {
  return {from: position?.start.offset ?? 0, to: position?.end.offset ?? 0};
}

function lineOf(page: string, offset: number): number {
  return page.slice(0, offset).split('\n').length;
}

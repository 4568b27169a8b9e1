import type {Nodes, RootContent} from 'mdast';
import type {WrittenPage} from '../mdx/pages';
import {sectionsOf} from '../mdx/sections';
import {holds, isBacked, statesFigure} from './backing';
import {sentencesIn, type Sentence} from './sentences';

/** A sentence that states what nothing backs. */
export interface Unproved {
  /** Of the page, counted from 1. */
  line: number;
  sentence: string;
}

/** Directives that show a proof on a line of their own. */
const PROOFS = new Set([
  'transcript',
  'twin',
  'matrix',
  'example',
  'bases',
  'receipt',
  'counts',
  'finding',
  'words',
  'words-table',
]);
const REASON = /^\/\* unproved: \S[^*]* \*\/$/;

/**
 * The sentences of a page that state what nothing backs. Pure.
 *
 * A figure or a quoted text is judged sentence by sentence: it is measured, linked to a proof or a source, or stands right
 * before what shows it. Code needs a proof in its section. Either may have a reason in or right after its paragraph, list
 * or table: an MDX comment that begins with `unproved:`. A row of a table counts as a sentence.
 */
export function unprovedIn({tree, text}: Pick<WrittenPage, 'tree' | 'text'>): Unproved[] {
  return sectionsOf(tree).flatMap((section) => {
    const proved = section.some((block) => showsProof(block) || measures(block));
    return section.flatMap((block, index) => {
      const next = section[index + 1];
      if (hasReason(block) || isReason(next)) return [];
      const sentences = sentencesIn(block, text);
      // The proof that follows is announced by the last sentence before it.
      const announces = next !== undefined && showsProof(next) ? sentences.at(-1) : undefined;
      return sentences
        .filter((sentence) => !isBacked(sentence))
        .filter((sentence) =>
          statesFigure(sentence) ? sentence !== announces : statesCode(sentence) && !proved,
        )
        .map(({line, text: said}) => ({line, sentence: said}));
    });
  });
}

/** Whether it is a proof that readers see, or has one in it. */
function showsProof(block: RootContent): boolean {
  return holds(block, (inner) => inner.type === 'leafDirective' && PROOFS.has(inner.name));
}

function measures(block: RootContent): boolean {
  return holds(block, (inner) => inner.type === 'textDirective' && inner.name === 'measured');
}

function hasReason(block: RootContent): boolean {
  return holds(block, isReason);
}

function isReason(node: Nodes | undefined): boolean {
  return (
    (node?.type === 'mdxFlowExpression' || node?.type === 'mdxTextExpression') &&
    REASON.test(node.value.trim())
  );
}

function statesCode({nodes}: Sentence): boolean {
  return nodes.some((node) => holds(node, ({type}) => type === 'inlineCode'));
}

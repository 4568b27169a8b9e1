import type {Nodes, RootContent} from 'mdast';
import {EXIT, visit} from 'unist-util-visit';
import type {WrittenPage} from '../mdx/pages';
import {sectionsOf, type Section} from '../mdx/sections';
import {sentencesIn, type Sentence} from './sentences';

/** A sentence with a figure or code that nothing on its page backs. */
export interface Unproved {
  /** Of the page, counted from 1. */
  line: number;
  sentence: string;
}

/** Directives that show a proof on a line of their own. */
const PROOFS = new Set(['transcript', 'twin', 'matrix', 'example', 'bases', 'receipt', 'counts']);
/** A page of this site that holds the proof. */
const PROVING_PAGE = /^\/(fix|examples)\//;
const REASON = /^\/\* unproved: \S[^*]* \*\/$/;

/**
 * The sentences of a page that state a figure or code without a proof: neither in their section, nor behind a link to
 * a symptom or an example, nor with a reason in or right after their paragraph, list or table, written as an MDX comment that
 * begins with `unproved:`. A row of a table counts as a sentence. Pure.
 */
export function unprovedIn({tree, text}: Pick<WrittenPage, 'tree' | 'text'>): Unproved[] {
  return sectionsOf(tree).flatMap((section) => (isProved(section) ? [] : unprovedInSection(section, text)));
}

function isProved(section: Section): boolean {
  return section.some((node) =>
    holds(
      node,
      (inner) =>
        (inner.type === 'leafDirective' && PROOFS.has(inner.name)) ||
        (inner.type === 'textDirective' && inner.name === 'measured'),
    ),
  );
}

function unprovedInSection(section: Section, page: string): Unproved[] {
  return section
    .filter((block, index) => !hasReason(block) && !isReason(section[index + 1]))
    .flatMap((block) => sentencesIn(block, page))
    .filter((sentence) => statesFigureOrCode(sentence) && !linksToProof(sentence))
    .map(({line, text}) => ({line, sentence: text}));
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

function statesFigureOrCode({said, nodes}: Sentence): boolean {
  return /\d/.test(said) || nodes.some((node) => holds(node, ({type}) => type === 'inlineCode'));
}

function linksToProof({nodes}: Sentence): boolean {
  return nodes.some((node) => holds(node, (inner) => inner.type === 'link' && PROVING_PAGE.test(inner.url)));
}

/** Whether a node is, or has in it, what is looked for. */
function holds(node: Nodes, test: (inner: Nodes) => boolean): boolean {
  let found = false;
  visit(node, (inner) => {
    if (!test(inner)) return undefined;
    found = true;
    return EXIT;
  });
  return found;
}

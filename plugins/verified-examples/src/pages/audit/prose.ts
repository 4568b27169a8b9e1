import {isReason, proseTree} from '../../example/prose/parse';
import {isBacked, statesFigure} from './backing';
import {sentencesIn} from './sentences';

/**
 * Sentences of a manifest's Markdown that state a figure or quote an output, and neither measure it, nor link to a proof or
 * a source, nor give a reason in a comment behind them: `<!-- unproved: reason -->`. Each is judged by itself. Pure.
 */
export function unprovedInProse(markdown: string): string[] {
  const blocks = proseTree(markdown).children;
  return blocks
    .filter((_, index) => !blocks.slice(index + 1, index + 2).some(isReason))
    .flatMap((block) => sentencesIn(block, markdown))
    .filter((sentence) => statesFigure(sentence) && !isBacked(sentence))
    .map(({text}) => text);
}

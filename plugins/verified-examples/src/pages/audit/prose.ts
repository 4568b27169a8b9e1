import {proseTree} from '../../example/prose/parse';
import {isBacked, statesFigure} from './backing';
import {sentencesIn} from './sentences';

/**
 * Sentences of a manifest's Markdown that state a figure or quote an output, and neither measure it, nor link to a proof or
 * a source, nor give a reason in a comment behind them: `<!-- unproved: reason -->`. Each is judged by itself. Pure.
 */
export function unprovedInProse(markdown: string): string[] {
  return sentencesIn(proseTree(markdown), markdown)
    .filter((sentence) => statesFigure(sentence) && !isBacked(sentence))
    .map(({text}) => text);
}

import type {ViewContext} from '../views/context';
import type {WrittenPage} from '../mdx/pages';
import {changeTexts} from './changeTexts';
import {commandTexts} from './commandTexts';
import {engineTexts} from './engineTexts';
import {fenceTexts} from './fenceTexts';
import {fileTexts} from './fileTexts';
import {matrixTexts} from './matrixTexts';
import {measuredTexts, proseTexts} from './measuredTexts';
import {runTexts} from './runTexts';
import {PUBLISHED, rankOf, type Kind, type Proved, type Published} from './texts';

/**
 * Every text that a page may show as proved, from the bytes of examples, what their receipts record, and the pages as they
 * are written. Nothing here comes from what a page was made from: neither a component, nor the bundler or its cache has
 * touched it. A further kind of text is a function more.
 *
 * @param pages - All that is written in MDX
 * @param site - Address of the site, with its base URL
 */
export function provedTexts(context: ViewContext, pages: readonly WrittenPage[], site: string): ProvedTexts {
  const {examples, standings} = context.collection;
  return new ProvedTexts([
    ...standings.flatMap(runTexts),
    ...commandTexts(context, site),
    ...examples.flatMap((example) => fileTexts(example, context)),
    ...examples.flatMap((example) => matrixTexts(example, context)),
    ...pages.flatMap(({tree}) => measuredTexts(tree, context)),
    ...proseTexts(context),
    ...changeTexts(context),
    ...pages.flatMap(({tree}) => fenceTexts(tree)),
    ...engineTexts(context.words),
  ]);
}

/** Texts that may be shown, each with the best state that it has a proof for. */
export class ProvedTexts {
  private readonly best = new Map<string, number>();

  constructor(texts: readonly Proved[]) {
    for (const {kind, text, example, state} of texts) {
      const rank = rankOf(state);
      if (rank === undefined) continue;
      for (const owner of new Set([example, undefined])) {
        const key = keyOf(kind, text, owner);
        this.best.set(key, Math.min(rank, this.best.get(key) ?? rank));
      }
    }
  }

  /**
   * @param example - The example whose proof is claimed; undefined: any
   * @returns The best state under which the text may be shown, or under any worse one; undefined: it is not proved
   */
  stateOf(kind: Kind, text: string, example: string | undefined): Published | undefined {
    return PUBLISHED[this.best.get(keyOf(kind, text, example)) ?? -1];
  }
}

function keyOf(kind: Kind, text: string, example: string | undefined): string {
  return JSON.stringify([kind, example ?? null, text]);
}

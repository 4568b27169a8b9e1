import type {State} from '../../proof/gate/state';

/** Parts of a transcript: what was typed, what was printed, what a service answered. */
export const STREAMS = ['command', 'stdout', 'stderr', 'body'] as const;

/** As what a text is shown: `code` is all that a block holds, `line` one
 * command of a list of them, `matrix` a whole table, `measured` a value in a sentence. */
export type Kind = (typeof STREAMS)[number] | 'code' | 'line' | 'matrix' | 'measured';

/** States under which a text may be published, from best to worst; `reasoned` is a fence, which nothing proves. */
export const PUBLISHED = ['verified', 'moved', 'expired', 'reasoned'] as const;

export type Published = (typeof PUBLISHED)[number];

/** A text that may be shown. */
export interface Proved {
  kind: Kind;
  text: string;
  /** Id of the example that proves it; undefined: none does, and none may be named. */
  example: string | undefined;
  state: State | 'reasoned';
}

/** @returns Undefined for a state that may not be published; 0 is the best */
export function rankOf(state: string): number | undefined {
  const rank = PUBLISHED.findIndex((published) => published === state);
  return rank === -1 ? undefined : rank;
}

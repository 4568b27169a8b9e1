import type {SlotType} from './slots';

/** Another line that decides whether a pattern holds. */
export interface Guard {
  /** Templates, one of which is looked for. */
  text: readonly string[];
  /** How many lines away it may be; 0: on the same line. */
  within: number;
}

/** One wording of a symptom. */
export interface Pattern {
  symptom: string;
  text: string;
  /** Others that print the same; words of the log that make one of them the likelier. */
  also?: readonly {symptom: string; when?: string}[] | undefined;
  not?: readonly Guard[] | undefined;
  needs?: readonly Guard[] | undefined;
  /** Nothing stands before it on its line: what a program puts there says that the text is another's. */
  bare?: boolean | undefined;
  /** Other programs print the same for other reasons: the page is a guess. */
  guess?: boolean | undefined;
  /** What was proved, of slots whose value decides. */
  proved?: Readonly<Record<string, readonly string[]>>;
}

/** How sure an answer is: the text itself, the text with another value than the proved one, or a guess. */
export type Tier = 'same' | 'other-value' | 'closest';

export interface SymptomEntry {
  id: string;
  title: string;
  text: string;
  href: string;
  /** No container here printed it: the page says why, and has a source. */
  notReproduced?: boolean;
  /** Symptoms after which this one is no cause of its own. */
  follows?: readonly string[];
}

/** What tells symptoms apart that print the same. */
export interface Ask {
  /** For the reader's image and program, `IMAGE` and `/path/to/program`. */
  command: readonly string[];
  answers: readonly Answer[];
}

/** An output of the command, and whose it is; of more than one where it does not tell those apart. */
export interface Answer {
  symptoms: readonly string[];
  /** Templates of lines, each of which is there. */
  has: readonly string[];
  /** Templates of lines, none of which is. */
  lacks?: readonly string[] | undefined;
}

/** A page as the search knows it. */
export interface Doc {
  id: string;
  kind: 'symptom' | 'guide' | 'example';
  href: string;
  title: string;
  heading?: string;
  keywords?: string;
  text: string;
}

/** All that finding needs, written once at build. */
export interface FindData {
  symptoms: readonly SymptomEntry[];
  patterns: readonly Pattern[];
  /** By the symptoms it tells apart, sorted and joined by a space. */
  asks: Readonly<Record<string, Ask>>;
  docs: readonly Doc[];
}

/** A part of the reader's text, by offsets in it. */
export interface Part {
  start: number;
  end: number;
}

export interface FoundSlot extends Part {
  name: string;
  type: SlotType;
  value: string;
  /** What was proved, where that is another value. */
  proved?: string;
}

export interface Finding extends Part {
  /** From 1. */
  line: number;
  tier: Tier;
  symptom: string;
  slots: readonly FoundSlot[];
  /** One sentence. */
  why: string;
  /** All that print this text, the likeliest first; empty: there is one. */
  candidates: readonly string[];
}

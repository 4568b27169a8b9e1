/** What the theme is given for symptom pages; as in `views.ts`, plain JSON with site paths as addresses. */
import type {Twin} from '../../example/model/twin';
import type {Prose} from '../../example/prose/parse';
import type {MeasuredView} from './proseViews';
import type {
  ConfirmCommand,
  ExampleRef,
  ProofCardView,
  ReceiptView,
  RepeatView,
  StateView,
  TranscriptView,
} from './views';

import type {CaseWordsView} from './wordViews';

/** Markdown of a manifest, with the values of its measurements. */
export type ProseView = Prose<MeasuredView>;

export type SymptomGroup = Twin['group'];

export interface SymptomRef {
  id: string;
  /** The exact text. */
  text: string;
  title: string;
  /** What names it: the text, or the title of one whose text is a single word. */
  heads: 'text' | 'title';
  href: string;
}

export interface Source {
  title: string;
  url: string;
}

/** One half of the proof: the failure or its fix. */
export interface HalfView {
  /** Null: not proved yet, in development only. */
  run: TranscriptView | null;
  receipt: ReceiptView;
}

/** Lines taken out of and put into a Dockerfile, a command or a mounted file; with a space: a line beside them. */
export interface ChangeView {
  /** What is changed: "Dockerfile", "docker run", or the path of a mounted file. */
  of: string;
  lines: {sign: '-' | '+' | ' '; text: string}[];
}

export interface SymptomPageView {
  symptom: SymptomRef;
  group: SymptomGroup;
  /** The worse of both halves. */
  state: StateView;
  /** The older of both halves; null: not proved yet. */
  provedAt: string | null;
  confirm: {
    title: string;
    /** Null: not proved yet, in development only. */
    command: ConfirmCommand | null;
    run: TranscriptView | null;
    /** Null: not proved yet. */
    example: ExampleRef | null;
    /** The same command where it comes out otherwise. */
    nearMiss: {title: string; run: TranscriptView | null};
  };
  /** The images of this page's runs. */
  repeat: RepeatView;
  repair: ProseView;
  /** What the fix changes, by file or command; empty: nothing that a few lines show. */
  changes: ChangeView[];
  /** The Dockerfile of the fix; null where it is the image that fails, run otherwise. */
  fixedFile: ProofCardView | null;
  why: ProseView;
  mistakenFor: {symptom: SymptomRef; difference: ProseView}[];
  fails: HalfView;
  fix: HalfView;
  sources: Source[];
  /** The same failure in the words of each engine; empty where none was asked. */
  words: CaseWordsView[];
  /** All symptoms of the group, this one included. */
  siblings: SymptomRef[];
  indexHref: string;
}

/** What moves on the page of a symptom, and what stands between: its commands take the reader's names, its values have tips. */
export interface SymptomFrame extends Pick<
  SymptomPageView,
  'symptom' | 'group' | 'state' | 'provedAt' | 'repair' | 'why' | 'mistakenFor' | 'sources' | 'indexHref'
> {
  confirm: Pick<SymptomPageView['confirm'], 'title' | 'command' | 'example'> & {nearMiss: {title: string}};
}

/** Route props of `@theme/SymptomPage`. What stands under `kept` is not in what a reader's browser loads. */
export interface SymptomPageProps {
  view: SymptomFrame;
  kept?: SymptomPageView | undefined;
}

export interface SymptomLine {
  symptom: SymptomRef;
  example: ExampleRef;
  state: StateView;
  provedAt: string | null;
}

/** A symptom that nothing here proves, and why not. */
export interface NotReproducedView {
  id: string;
  text: string;
  why: ProseView;
  source: Source;
}

/** Route props of `@theme/FixPage`: `{kept}`. */
export interface FixPageView {
  groups: {group: SymptomGroup; symptoms: SymptomLine[]}[];
  notReproduced: NotReproducedView[];
}

/** What the theme is given of the words of engines; as in `views.ts`, plain JSON. */
import type {StateView} from './views';

/** One wording, with all engines that say it and end the same. */
export interface WordingView {
  engines: string[];
  exit: string;
  /** Where it stands. */
  place: 'command' | 'log' | 'message';
  before: string;
  core: string;
  after: string;
}

/** One case in the words of all engines. */
export interface CaseWordsView {
  id: string;
  title: string;
  wordings: WordingView[];
  /** Engines by exit code, where nothing is printed. */
  silent: {engines: string[]; exit: string}[];
  asked: number;
  state: StateView;
  provedAt: string;
}

/** What several engines agree on; `engines` is empty where all of a column do. */
export interface WordsEntry {
  text: string;
  engines: string;
}

/** Cases against runtimes: causes, or exit codes. */
export interface WordsTableView {
  shows: 'causes' | 'exits';
  head: string[];
  rows: {id: string; title: string; cells: WordsEntry[][]}[];
  state: StateView;
  provedAt: string;
}

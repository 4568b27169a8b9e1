import type {ExampleRef, StateView} from './views';
import type {State} from '../../proof/gate/state';

/** `<MatrixEmbed view>`: scenarios against variants, each cell from a recorded run. */
export interface MatrixView {
  example: ExampleRef;
  /** The worst of the variants shown. */
  state: StateView;
  /** Variants in which one of the rows runs. */
  columns: {id: string; title: string}[];
  groups: MatrixGroupView[];
  /** Day of the oldest run shown, as a moment; null: there is none. */
  provedAt: string | null;
}

export interface MatrixGroupView {
  heading: string;
  /** What came of the runs, or what they said of themselves on stderr. */
  shows: 'outcome' | 'trace';
  rows: MatrixRowView[];
}

export interface MatrixRowView {
  scenario: string;
  title: string;
  /** Its transcripts, on the page of the example. */
  href: string;
  /** One a column; null: the scenario does not run in that variant. */
  cells: (MatrixCellView | null)[];
}

export interface MatrixCellView {
  ok: boolean;
  /** For example "found 2 addresses", "i/o timeout", "exit 2: usage: app NAME"; of a trace "= cgo". */
  words: string;
  /** Of the lookups as the program measured them; null: it did not say, and the whole run took `runSeconds`. */
  lookupSeconds: number | null;
  runSeconds: number;
  /** Null: the scenario has no name server. */
  asked: {packets: number; sockets: number} | null;
  state: State;
}

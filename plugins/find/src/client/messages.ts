import type {Answered} from '../../../../src/find/answer';

/** From the page to its worker. */
export interface Question {
  id: number;
  text: string;
  /** What was asked before: its text may be the output of a command that this answer asked for. */
  before?: string;
}

/** Back to the page. */
export type Reply =
  | {id: number; text: string; answered: Answered}
  /** The data could not be loaded, and why. */
  | {id: number; error: string};

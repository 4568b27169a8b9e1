import type {Answered} from '../../../../src/find/answer';

/** From the page to its worker. */
export interface Asked {
  id: number;
  text: string;
}

/** Back to the page. */
export type Reply =
  | {id: number; text: string; answered: Answered}
  /** The data could not be loaded, and why. */
  | {id: number; error: string};

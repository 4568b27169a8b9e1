import type {Example} from '../../example/collect/example';
import type {ViewContext} from '../views/context';
import type {Attributes} from './attributes';

/** What a directive's handler is given. */
export interface DirectiveRequest {
  attributes: Attributes;
  /** Text in the directive's brackets. */
  label: string;
  /** Unique on the page. */
  uid: string;
  context: ViewContext;
  /** Absolute path of the site. */
  siteDir: string;
  /** Examples by id. */
  examples: ReadonlyMap<string, Example>;
  /** Adds a problem at the directive's place. */
  report: (message: string) => void;
}

/** Components that embeds become, each with what an author writes for it. */
export const EMBED_COMPONENTS = {
  ExampleEmbed: '::example{…}',
  TranscriptEmbed: '::transcript{…}',
  TwinEmbed: '::twin{…}',
  ReceiptEmbed: '::receipt{…}',
  BasesEmbed: '::bases{…}',
  MatrixEmbed: '::matrix{…}',
  AdaptedEmbed: '::adapted{…}',
  OptionEmbed: '::option{…}',
  CountsEmbed: '::counts{}',
  FindingEmbed: '::finding{}',
  WordsEmbed: '::words{…}',
  WordsTableEmbed: '::words-table{…}',
  RepeatEmbed: 'nothing: it follows the runs of a page',
  ProofDays: 'nothing: it stands above the proofs of a page',
  LabEmbed: '::lab{}',
  Measured: ':measured{…}',
  Fence: 'a fenced block with reason="…" and until=YYYY-MM-DD',
} as const;

/** What a directive becomes: a component of MDXComponents and its only prop. */
export interface Embed {
  component: keyof typeof EMBED_COMPONENTS;
  view: unknown;
}

/** @returns undefined when something was reported */
export type DirectiveHandler = (request: DirectiveRequest) => Promise<Embed | undefined> | Embed | undefined;

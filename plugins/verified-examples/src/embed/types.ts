import type {Example} from '../collect/example';
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

/** What a directive becomes: a component of MDXComponents and its only prop. */
export interface Embed {
  component:
    | 'ExampleEmbed'
    | 'TranscriptEmbed'
    | 'TwinEmbed'
    | 'ReceiptEmbed'
    | 'BasesEmbed'
    | 'MatrixEmbed'
    | 'CountsEmbed'
    | 'Measured'
    | 'Fence';
  view: unknown;
}

/** @returns undefined when something was reported */
export type DirectiveHandler = (request: DirectiveRequest) => Promise<Embed | undefined> | Embed | undefined;

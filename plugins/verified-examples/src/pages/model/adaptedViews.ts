import type {State} from '../../proof/gate/state';
import type {ChangeView} from './symptomViews';
import type {ExampleRef} from './views';

/** `<AdaptedEmbed view>`: programs built with recipes, one a row, each cell from a proof. */
export interface AdaptedView {
  rows: AdaptedRowView[];
}

export interface AdaptedRowView {
  key: string;
  /** The id of its example. */
  example: string;
  title: string;
  /** The module, and its version, that the program in the image says it is made of. */
  module: string;
  version: string;
  /** How the program is run, on the page of the example. */
  run: {title: string; href: string};
  recipe: ExampleRef;
  /** What its Dockerfile has otherwise than the recipe. */
  change: ChangeView;
  imageSize: number;
  /** What its build took without a cached layer; undefined where none was made so. */
  buildSeconds: number | undefined;
  state: State;
}

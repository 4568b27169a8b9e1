import type {State} from '../../proof/gate/state';
import type {ChangeView} from './symptomViews';
import type {ExampleRef} from './views';

/** `<OptionEmbed view>`: the lines that an option changes in a recipe, and where that is proved. */
export interface OptionView {
  title: string;
  recipe: ExampleRef;
  /** The example and variant whose Dockerfile has the lines. */
  example: ExampleRef;
  href: string;
  change: ChangeView;
  state: State;
}

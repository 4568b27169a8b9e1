import type {Example} from '../../example/collect/example';
import {optionLines} from '../../example/collect/options';
import type {OptionView} from '../model/optionViews';
import {exampleRef, standingsFor, worstState, type ViewContext} from './context';

/** A variant whose Dockerfile is that of a recipe with a few lines more. */
export interface Option {
  example: Example;
  variant: string;
  recipe: Example;
  title: string;
}

/** All options, in the order of their examples. */
export function optionsIn({collection: {examples}}: Pick<ViewContext, 'collection'>): Option[] {
  return examples.flatMap((example) =>
    Object.entries(example.variants).flatMap(([variant, {option}]) => {
      const recipe = examples.find(({id}) => id === option?.of);
      return option === undefined || recipe === undefined
        ? []
        : [{example, variant, recipe, title: option.title}];
    }),
  );
}

/** Options of a recipe, by title. */
export function optionsOf(recipe: Example, context: ViewContext): OptionView[] {
  return optionsIn(context)
    .filter((option) => option.recipe === recipe)
    .map((option) => optionView(option, context))
    .sort((one, other) => one.title.localeCompare(other.title, 'en'));
}

/** An option as its guide and its recipe show it. */
export function optionView({example, variant, recipe, title}: Option, context: ViewContext): OptionView {
  return {
    title,
    recipe: exampleRef(recipe, context),
    example: exampleRef(example, context),
    href: context.addresses.variant(example.id, variant),
    change: {
      of: Object.values(recipe.variants)[0]?.dockerfile ?? '',
      lines: optionLines(recipe, example, variant),
    },
    state: worstState(standingsFor(example, variant, context)).state,
  };
}

import {optionsIn, optionView} from '../../views/options';
import {readExample, readVariant} from '../common';
import type {DirectiveRequest, Embed} from '../types';

/** `::option{id variant}`: the lines that a variant changes in the recipe that it is an option of. */
export function optionDirective(request: DirectiveRequest): Embed | undefined {
  const {attributes, report, context} = request;
  const example = readExample(request);
  const variant = readVariant(request, example);
  attributes.finish();
  if (example === undefined || variant === undefined) return undefined;
  const known = optionsIn(context).filter((option) => option.example === example);
  const option = known.find((one) => variant.id === undefined || one.variant === variant.id);
  if (option !== undefined) return {component: 'OptionEmbed', view: optionView(option, context)};
  const ids = known.map((one) => one.variant);
  report(
    ids.length === 0
      ? `example "${example.id}" has no variant that is an option of a recipe`
      : `variant "${variant.id ?? ''}" of "${example.id}" is no option of a recipe; options: ${ids.join(', ')}`,
  );
  return undefined;
}

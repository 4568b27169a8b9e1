import {adaptedView} from '../../views/adapted';
import {readExample} from '../common';
import type {DirectiveRequest, Embed} from '../types';

/** `::adapted{id}`: programs of an example beside the recipes that built them, and what was changed in each. */
export function adaptedDirective(request: DirectiveRequest): Embed | undefined {
  const {attributes, report, context} = request;
  const example = readExample(request);
  attributes.finish();
  if (example === undefined) return undefined;
  const {view, unproved} = adaptedView(example, context);
  if (unproved.length > 0) report(`example "${example.id}" has no proof of ${unproved.join(', ')}`);
  else if (view.rows.length === 0) report(`no variant of example "${example.id}" adapts a recipe`);
  else return {component: 'AdaptedEmbed', view};
  return undefined;
}

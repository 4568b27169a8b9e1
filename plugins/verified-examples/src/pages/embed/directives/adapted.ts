import {adaptedView} from '../../views/adapted';
import type {DirectiveRequest, Embed} from '../types';

/** `::adapted`: known programs beside the recipes that built them, and what was changed in each. */
export function adaptedDirective({attributes, report, context}: DirectiveRequest): Embed | undefined {
  attributes.finish();
  const {view, unproved} = adaptedView(context);
  if (unproved.length > 0) report(`no proof of ${unproved.join(', ')}`);
  else if (view.rows.length === 0) report('no example adapts a recipe');
  else return {component: 'AdaptedEmbed', view};
  return undefined;
}

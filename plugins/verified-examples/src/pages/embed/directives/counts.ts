import type {DirectiveRequest, Embed} from '../types';

/** `::counts{}`: how much the site holds and proves. The numbers come when the page is drawn: a page may be cached. */
export function countsDirective({attributes}: DirectiveRequest): Embed {
  attributes.finish();
  return {component: 'CountsEmbed', view: null};
}

import type {DirectiveRequest, Embed} from '../types';

/** `::counts{}`: how much the site holds and proves. The numbers come when the page is drawn: a page may be cached. */
export function countsDirective({attributes}: DirectiveRequest): Embed {
  attributes.finish();
  return {component: 'CountsEmbed', view: null};
}

/** `::finding{}`: what the search and the box for error texts are worth, measured when the site is built. */
export function findingDirective({attributes}: DirectiveRequest): Embed {
  attributes.finish();
  return {component: 'FindingEmbed', view: null};
}

import type {Root} from 'mdast';
import {visit} from 'unist-util-visit';
import type {Proved} from './texts';

/** The fenced blocks of a page. That each has a reason and a day to come was checked when the page was compiled. */
export function fenceTexts(tree: Root): Proved[] {
  const texts: Proved[] = [];
  visit(tree, 'code', ({value}) => {
    texts.push({kind: 'code', text: value.replace(/\n$/, ''), example: undefined, state: 'reasoned'});
  });
  return texts;
}

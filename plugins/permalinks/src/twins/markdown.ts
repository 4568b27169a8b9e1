import type {Root} from 'hast';
import {loadHast} from './hast';

/** @param content - Of `cleanMain` */
export async function markdownOf(content: Root): Promise<string> {
  const {toMdast, gfmToMarkdown, toMarkdown, visit} = await loadHast();
  const tree = toMdast(content);
  visit(tree, 'link', (link) => {
    if (link.title === '') link.title = null;
  });
  return toMarkdown(tree, {
    extensions: [gfmToMarkdown({tablePipeAlign: false})],
    bullet: '-',
    listItemIndent: 'one',
  });
}

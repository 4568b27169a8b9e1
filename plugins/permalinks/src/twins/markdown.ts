import type {Root} from 'hast';
import {loadHast} from './hast';

/** @param content - Of `cleanMain` */
export async function markdownOf(content: Root): Promise<string> {
  const {toMdast, gfmToMarkdown, toMarkdown} = await loadHast();
  return toMarkdown(toMdast(content), {
    extensions: [gfmToMarkdown({tablePipeAlign: false})],
    bullet: '-',
    listItemIndent: 'one',
  });
}

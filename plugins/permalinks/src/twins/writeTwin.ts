import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import {contentOf, type BuiltPage} from './builtPage';
import {markdownOf} from './markdown';

/** A page as Markdown. */
export interface Twin {
  /** Site path of the page. */
  page: string;
  title: string;
  description: string;
  /** Site path of the twin. */
  href: string;
  markdown: string;
}

/** @returns Site path of a page's Markdown */
export function twinHref(page: string): string {
  return page === '/' ? '/index.md' : `${page}.md`;
}

/**
 * Makes the Markdown of a page and writes it beside it.
 *
 * @param outDir - Absolute path of the built site
 * @param head - What heads it beside the title, by name
 */
export async function writeTwin(
  outDir: string,
  page: BuiltPage,
  head: Readonly<Record<string, string>>,
): Promise<Twin> {
  const {path: sitePath, title, description} = page;
  const front = Object.entries({title, ...head}).map(
    ([name, value]) => `${name}: ${JSON.stringify(value)}\n`,
  );
  const markdown = `---\n${front.join('')}---\n\n${await markdownOf(contentOf(page, {hrefOf: (href) => href}))}`;
  const href = twinHref(sitePath);
  writeFileAtomic.sync(path.join(outDir, href), markdown);
  return {page: sitePath, title, description, href, markdown};
}

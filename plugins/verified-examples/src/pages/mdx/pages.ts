import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import type {Root} from 'mdast';

/** Folder of the guides, relative to the site. */
export const GUIDES = 'docs';

/** Folders of everything that is written in MDX, relative to the site. */
export const WRITTEN = [GUIDES, 'src/pages'] as const;

/** A page as its author wrote it. */
export interface WrittenPage {
  /** Relative to the site, with `/`. */
  file: string;
  text: string;
  tree: Root;
}

/** What `markdown.cjs` loads; TypeScript does not follow a CommonJS file that is required by name. */
type LoadProcessor = () => Promise<{parse: (page: string) => Root}>;

let processor: ReturnType<LoadProcessor> | undefined;

/**
 * The syntax tree of a page, as Docusaurus reads it: MDX with front matter, tables and directives.
 *
 * @param page - MDX
 * @throws Error with the place of what is no MDX
 */
export async function parsePage(page: string): Promise<Root> {
  processor ??= (createRequire(__filename)('./markdown.cjs') as LoadProcessor)();
  return (await processor).parse(page);
}

/**
 * Reads the pages below folders of a site, in the order of their names.
 *
 * @param siteDir - Absolute
 * @throws Error that names the page which is no MDX
 */
export async function readPages(siteDir: string, folders: readonly string[]): Promise<WrittenPage[]> {
  const files = folders.flatMap((folder) => pageFiles(siteDir, folder));
  return Promise.all(files.map((file) => readPage(siteDir, file)));
}

/** @returns The files of pages below a folder, relative to the site, by name; none where there is no such folder */
export function pageFiles(siteDir: string, folder: string): string[] {
  const root = path.join(siteDir, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, {recursive: true, encoding: 'utf8'})
    .filter((file) => /\.mdx?$/.test(file))
    .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
    .sort();
}

/** Pages by absolute path: a build counts what is in them first, and checks what became of them last. */
const known = new Map<string, WrittenPage>();

async function readPage(siteDir: string, file: string): Promise<WrittenPage> {
  const absolute = path.join(siteDir, file);
  const text = readFileSync(absolute, 'utf8');
  const before = known.get(absolute);
  if (before?.text === text) return before;
  try {
    const page = {file, text, tree: await parsePage(text)};
    known.set(absolute, page);
    return page;
  } catch (error) {
    throw new Error(`${file} is not MDX`, {cause: error});
  }
}

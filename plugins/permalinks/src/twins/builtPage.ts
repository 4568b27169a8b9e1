import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {Element, Nodes, Properties, Root} from 'hast';
import {cleanMain, textOf, type Rewritten} from './clean';
import {loadHast} from './hast';

/** A page of the built site. */
export interface BuiltPage {
  /** Site path, without the base URL: `/fix/exec-not-found`, `/` of the home page. */
  path: string;
  /** Its file, relative to the built site. */
  file: string;
  title: string;
  description: string;
  /** What it says: its `<main>`, of a guide the article in it. */
  main: Element;
}

/**
 * @param outDir - Absolute path of the built site
 * @param file - Relative to it
 * @throws Error for a page without `<main>`
 */
export async function readBuiltPage(outDir: string, file: string): Promise<BuiltPage> {
  const html = readFileSync(path.join(outDir, file), 'utf8');
  const [head = ''] = /<head\b[\s\S]*?<\/head>/.exec(html) ?? [];
  const [whole] = /<main\b[\s\S]*<\/main>/.exec(html) ?? [];
  if (whole === undefined) throw new Error(`${file} has no <main>`);
  const {select} = await loadHast();
  const tree = await parsed(whole);
  const main = select('.theme-doc-markdown', tree) ?? select('main', tree);
  if (main === undefined) throw new Error(`${file} has no <main>`);
  const heading = select('h1', main);
  const titled = await parsed(head);
  const title = heading ?? select('title', titled);
  return {
    path: sitePath(file),
    file,
    title: title === undefined ? '' : textOf(title).replaceAll('\u200b', '').trim(),
    description: textOfAttribute(select('meta[name=description]', titled)?.properties.content),
    main,
  };
}

/** Without the places of its elements, which take longer to note than the rest together. */
async function parsed(html: string): Promise<Nodes> {
  const {parseFragment, fromParse5} = await loadHast();
  return fromParse5(parseFragment(html));
}

function textOfAttribute(value: Properties[string]): string {
  return typeof value === 'string' ? value : '';
}

/** @param file - Of a page, relative to the built site */
export function sitePath(file: string): string {
  const page = file
    .split(path.sep)
    .join('/')
    .replace(/\.html$/, '');
  return page === 'index' ? '/' : `/${page}`;
}

/** What a page says. */
export function contentOf({main}: BuiltPage, rewritten: Rewritten): Root {
  return cleanMain(main, rewritten);
}

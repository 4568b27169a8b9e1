import {parse, type DefaultTreeAdapterTypes} from 'parse5';

type Node = DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A folded part of a page: a `<details data-fold>`. */
export interface Fold {
  /** Unique on its page. */
  name: string;
  /** Id of the heading that it stands under, and the words of that heading. */
  anchor: string;
  title: string;
  /** HTML behind the summary. */
  content: string;
}

export interface CutPage {
  /** The page with a link in each fold. */
  html: string;
  folds: Fold[];
}

/**
 * Takes what is folded out of a page.
 *
 * @param html - A whole page; a fold has its name in `data-fold`, the heading in `data-fold-anchor` and `data-fold-title`
 * @param hrefOf - Address of the file that a fold goes into
 * @throws Error for a fold that could not be led back from, or whose file another would overwrite
 */
export function cutPage(html: string, hrefOf: (name: string) => string): CutPage {
  const folds: Fold[] = [];
  let rest = html;
  // From the end, so that the places before it stay right.
  for (const details of foldsIn(parse(html, {sourceCodeLocationInfo: true})).reverse()) {
    const summary = details.childNodes.find((child) => child.nodeName === 'summary') as Element | undefined;
    const from = summary?.sourceCodeLocation?.endOffset;
    const to = details.sourceCodeLocation?.endTag?.startOffset;
    const [name, anchor, title] = ['data-fold', 'data-fold-anchor', 'data-fold-title'].map(
      (wanted) => details.attrs.find((attribute) => attribute.name === wanted)?.value,
    );
    if (from === undefined || to === undefined || !name || !anchor || !title)
      throw new Error(`the fold "${name ?? ''}" has no name, heading, summary or end`);
    if (folds.some((other) => other.name === name)) throw new Error(`two folds are named "${name}"`);
    folds.unshift({name, anchor, title, content: html.slice(from, to)});
    const link = `<p><a href="${hrefOf(name)}" data-fold-file>On a page of its own</a></p>`;
    rest = rest.slice(0, from) + link + rest.slice(to);
  }
  return {html: rest, folds};
}

/** Outermost ones: what is folded in a fold goes with it. */
function foldsIn(node: Node): Element[] {
  return node.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return [];
    const folds = child.tagName === 'details' && child.attrs.some(({name}) => name === 'data-fold');
    return folds ? [child] : foldsIn(child);
  });
}

/**
 * A page for a fold, which reads well by itself: links lead to it where scripts don't run, and the page that it was cut from
 * takes the element `[data-fold-content]` out of it.
 *
 * @param html - The page that it was cut from
 * @param address - Of that page
 */
export function foldPage({anchor, title, content}: Fold, html: string, address: string): string {
  const head = /<head\b[^>]*>([\s\S]*?)<\/head>/i.exec(html)?.[1] ?? '';
  const styles = head.match(
    /<meta charset[^>]*>|<meta name=["']?viewport[^>]*>|<link[^>]*\bstylesheet\b[^>]*>/gi,
  );
  // As it is in the page: escaped.
  const page = /<title[^>]*>([\s\S]*?)(?: \| [^|]*)?<\/title>/i.exec(head)?.[1] ?? '';
  return [
    `<!doctype html><html lang="en" data-theme="light"><head>${(styles ?? []).join('')}`,
    `<meta name="robots" content="noindex"><title>${escapeHtml(title)}: ${page}</title></head>`,
    `<body><main class="fold"><p><a href="${address}#${anchor}">${page}</a></p><h1>${escapeHtml(title)}</h1>`,
    `<div data-fold-content>${content}</div></main></body></html>`,
  ].join('');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

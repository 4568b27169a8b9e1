import {createRequire} from 'node:module';

type Hast = Pick<typeof import('parse5'), 'parseFragment'> &
  typeof import('hast-util-from-parse5') &
  typeof import('hast-util-to-html') &
  typeof import('hast-util-select') &
  typeof import('hast-util-to-mdast') &
  typeof import('mdast-util-gfm') &
  typeof import('mdast-util-to-markdown');

let loaded: Promise<Hast> | undefined;

/** What reads and writes trees of HTML and Markdown; loaded once, with the first page. */
export function loadHast(): Promise<Hast> {
  return (loaded ??= (createRequire(__filename)('./hastPackages.cjs') as () => Promise<Hast>)());
}

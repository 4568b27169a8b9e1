import type {Root} from 'hast';
import {escapeHtml} from '../ledger/html';
import {KINDS, NOTICE, revisionAddress} from '../model';
import type {Subject} from '../states/subject';
import {loadHast} from '../twins/hast';

/** No class, no script, no file: it reads the same from a folder, on paper and in ten years. */
const STYLE = `:root{color-scheme:light dark}
body{font:16px/1.55 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1.5rem 1rem 4rem;overflow-wrap:anywhere}
header,footer,aside{font-size:.875rem;border:1px solid;border-radius:6px;padding:.75rem 1rem;margin:0 0 1.5rem}
footer{margin:2rem 0 0}
h1{font-size:1.6rem;line-height:1.25}h2{margin-top:2.2rem}
pre{font:13px/1.5 ui-monospace,monospace;border:1px solid #8886;border-radius:6px;padding:.75rem;overflow:auto;white-space:pre-wrap}
code{font-family:ui-monospace,monospace;font-size:.92em}
table{border-collapse:collapse;display:block;overflow:auto}th,td{border:1px solid #8886;padding:.3rem .5rem;text-align:left;vertical-align:top}
dt{font-weight:600}dd{margin:0 0 .4rem 1rem}
ins{text-decoration:none;font-weight:600}del{opacity:.75}
@media print{body{max-width:none}a{color:inherit}}`;

/** What a revision says of itself at its foot. */
export interface Facts {
  /** Names and values, in the order in which they are shown. */
  facts: readonly (readonly [name: string, value: string])[];
  /** Files beside it: what they are called, and their address relative to the page. */
  links: readonly (readonly [name: string, href: string])[];
}

/**
 * The page of a revision, complete for itself. In its head and under its title the ledger puts what became of it.
 *
 * @param content - What it says, with links relative to the page
 */
export async function revisionHtml(subject: Subject, content: Root, {facts, links}: Facts): Promise<string> {
  const {toHtml} = await loadHast();
  const address = revisionAddress(subject);
  const rows = facts.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`);
  const files = links.map(([name, href]) => `<a href="${escapeHtml(href)}">${escapeHtml(name)}</a>`);
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(subject.title)} | CGO Field Guide</title><style>${STYLE}</style></head><body>`,
    `<header>CGO Field Guide, ${KINDS[subject.kind]} <code>${escapeHtml(address)}</code>. What it shows does not change.</header>`,
    `${NOTICE}<main>${toHtml(content)}</main>`,
    `<footer><dl>${rows.join('')}</dl><p>${files.join(' · ')}</p></footer></body></html>\n`,
  ].join('\n');
}

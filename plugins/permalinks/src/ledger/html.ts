import path from 'node:path';
import {formatDay} from '../../../verified-examples/src/pages/client/format/moments';
import {parseAddress} from './address';

const ENTITIES: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

export function time(moment: string): string {
  return `<time datetime="${moment}">${formatDay(moment)}</time>`;
}

/**
 * A link from one permanent page to another page, without the base URL: it works wherever the site stands, and between
 * revisions in a folder, where addresses need their `.html`.
 *
 * @param from - Address of the page that has the link
 * @param to - Address or site path
 */
export function hrefTo(from: string, to: string): string {
  const [page = '', ...anchor] = to.split('#');
  const target = parseAddress(page) === undefined ? page : `${page}.html`;
  const relative = path.posix.relative(path.posix.dirname(from), target);
  const href = target === '/' ? `${relative}/` : relative.startsWith('.') ? relative : `./${relative}`;
  return escapeHtml(encodeURI([href, ...anchor].join('#')));
}

export function link(from: string, to: string, text = to): string {
  return `<a href="${hrefTo(from, to)}">${escapeHtml(text)}</a>`;
}

/** A sentence of a person, with one full stop at its end. */
export function sentence(text: string): string {
  return `${escapeHtml(text.trim().replace(/\.$/, ''))}.`;
}

/** `a, b and c`. */
export function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

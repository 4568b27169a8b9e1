import {createHash} from 'node:crypto';

const CHARSET = /<meta charset[^>]*>/i;
/** Scripts that stand in the page itself, and data in script elements, which a policy does not concern. */
const INLINE = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/gi;
const DATA = /\btype=["']?(?!module|text\/javascript)[\w/+-]+/i;

/**
 * Puts a Content-Security-Policy into a page: everything comes from the site itself, and of scripts in the page those alone
 * run that the build wrote, by their hashes. In the page, since static hosts set no headers
 * (https://www.w3.org/TR/CSP3/#meta-element).
 *
 * @param html - A whole page
 * @throws Error for a page that does not begin with its character set, behind which the policy stands
 */
export function withPolicy(html: string): string {
  if (!CHARSET.test(html)) throw new Error('it names no character set');
  return html.replace(
    CHARSET,
    (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}">`,
  );
}

function policyFor(html: string): string {
  const hashes = [...html.matchAll(INLINE)]
    .filter(([, attributes = '']) => !DATA.test(attributes))
    .map(([, , script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [
    "default-src 'self'",
    ["script-src 'self'", ...new Set(hashes)].join(' '),
    // Styles of elements are written by the highlighter and by React.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

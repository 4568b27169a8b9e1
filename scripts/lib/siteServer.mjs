// @ts-check
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import path from 'node:path';
import compression from 'compression';
import sirv from 'sirv';

/** Their names change with what is in them. */
const HASHED = /^\/(?:assets|find)\//;
const YEAR = 'public, max-age=31536000, immutable';

/**
 * Serves a built site as a good host does: compressed, hashed files cached for long, no listing of folders, a page at its
 * address without `.html`, and the page of addresses that lead nowhere.
 *
 * @param {string} dir - The built site
 * @param {string} baseUrl - Where on the host it stands, with a slash at both ends
 */
export function createSiteServer(dir, baseUrl = '/') {
  const compress = compression();
  const files = sirv(dir, {
    etag: true,
    setHeaders(response, pathname) {
      response.setHeader('Cache-Control', HASHED.test(pathname) ? YEAR : 'no-cache');
    },
  });
  const nowhere = readFileSync(path.join(dir, '404.html'));
  return createServer((request, response) => {
    const {pathname, search} = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith(baseUrl)) return redirect(response, baseUrl);
    if (pathname !== baseUrl && pathname.endsWith('/'))
      return redirect(response, `/${pathname.replace(/^\/+|\/+$/g, '')}${search}`);
    request.url = `/${pathname.slice(baseUrl.length)}${search}`;
    // Types of express are wider than what both need.
    compress(/** @type {any} */ (request), /** @type {any} */ (response), () => {
      files(request, response, () => {
        response.writeHead(404, {'Content-Type': 'text/html; charset=utf-8'}).end(nowhere);
      });
    });
  });
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} location
 */
function redirect(response, location) {
  response.writeHead(301, {Location: location}).end();
}

import {readFileSync} from 'node:fs';
import path from 'node:path';
import {runInNewContext} from 'node:vm';

const MAIN = /<script src="?[^">\s]*\/main\.[^>]*><\/script>/;

/** Docusaurus's own script, as entry.ts calls its chunk. */
const APP = 'app';

interface Route {
  path: string;
  exact?: boolean;
  /** In the table of chunks. */
  key: string;
  routes?: Route[];
}

/** Written by Docusaurus and by its bundler plugin (react-loadable-ssr-addon) into the folder of generated files. */
interface Generated {
  routes: Route[];
  /** Of a route, by its key: names of chunks, at any depth. */
  chunks: Record<string, unknown>;
  /** `origins`: ids of chunks by name; `assets`: their files. */
  manifest: {
    origins: Record<string, string[]>;
    assets: Record<string, {js?: {publicPath: string}[]} | undefined>;
  };
}

/** Addresses of scripts. */
interface PageScripts {
  /** Those of the page itself, which Docusaurus finds out in the browser, so that a reader waits one round trip longer. */
  own: string[];
  /** What the main one asks for when the page has been drawn: verified-examples/src/pages/bundler/entry.ts. */
  later: string[];
}

/**
 * Tells which scripts a page loads beside those that all load.
 *
 * @param generatedDir - Where Docusaurus writes what it generates
 * @returns They, by the address of a page
 * @throws Error where what is generated is not as known
 */
export function pageScripts(generatedDir: string): (page: string) => PageScripts {
  const {routes, chunks, manifest} = readGenerated(generatedDir);
  // A chunk that is unknown is part of the main one.
  const filesOf = (names: readonly string[]) => {
    const ids = names.flatMap((name) => manifest.origins[name] ?? []);
    const files = ids.flatMap((id) => (manifest.assets[id]?.js ?? []).map(({publicPath}) => publicPath));
    return [...new Set(files)];
  };
  const later = filesOf([APP]);
  if (later.length === 0) throw new Error(`client-manifest.json has no script of the chunk "${APP}"`);
  return (page) => {
    const names = routesTo(page, routes).flatMap(({key}) => {
      if (chunks[key] === undefined) throw new Error(`${page}: routesChunkNames.json has no route ${key}`);
      return namesIn(chunks[key]);
    });
    return {own: filesOf(names).filter((file) => !later.includes(file)), later};
  };
}

/** @returns The page with these scripts before the main one, which waits for them; those that it has already are not added */
export function withScripts(html: string, {own, later}: PageScripts): string {
  const added = own.filter((script) => !html.includes(script));
  if (!MAIN.test(html)) {
    if (added.length > 0) throw new Error('it loads no main script');
    return html;
  }
  const tags = [
    ...later.map((script) => `<link rel="preload" as="script" fetchpriority="low" href="${script}">`),
    ...added.map((script) => `<script src="${script}" defer></script>`),
  ].join('');
  return html.replace(MAIN, (main) => `${tags}${main}`);
}

function readGenerated(folder: string): Generated {
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  return {
    routes: routesIn(read('routes.js')),
    chunks: JSON.parse(read('routesChunkNames.json')) as Generated['chunks'],
    manifest: JSON.parse(read('client-manifest.json')) as Generated['manifest'],
  };
}

/** @returns The route of a page, after those that it lies in; none for a page that is no route, such as a file of a fold */
function routesTo(page: string, routes: readonly Route[]): Route[] {
  for (const route of routes) {
    const {path: address, exact = false, routes: within} = route;
    if (within === undefined && page === address) return [route];
    if (exact || within === undefined) continue;
    const inner = routesTo(page, within);
    if (inner.length > 0) return [route, ...inner];
  }
  return [];
}

/** The module is a list of routes, in which `ComponentCreator` makes a component of an address and a hash. */
function routesIn(module: string): Route[] {
  const [, list] = module.split('export default');
  if (list === undefined) throw new Error('routes.js has no list of routes');
  const keyed = list.replace(
    /component: ComponentCreator\('(.*?)'(?:, '(\w+)')?\)/g,
    (_, address: string, hash = '') => `key: '${address}-${String(hash)}'`,
  );
  return runInNewContext(keyed.trim().replace(/;$/, '')) as Route[];
}

function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namesIn) : [];
}

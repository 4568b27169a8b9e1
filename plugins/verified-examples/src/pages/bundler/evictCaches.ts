import {existsSync, readdirSync, rmSync, statSync} from 'node:fs';
import path from 'node:path';

/** Where the bundler keeps its caches unless told otherwise, relative to the site: a folder for each version. */
const FOLDER = 'node_modules/.cache/rspack';

/** A build writes two, for browsers and for rendering; so does the development server. */
const KEPT = 8;

/**
 * Removes all but the newest caches of the bundler. It keeps each version for a week, and every edited example is one: some
 * thirty megabytes each.
 *
 * @param siteDir - Absolute
 */
export function evictCaches(siteDir: string): void {
  const folder = path.join(siteDir, FOLDER);
  if (!existsSync(folder)) return;
  const caches = readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .map((name) => ({name, written: statSync(path.join(folder, name)).mtimeMs}))
    .sort((a, b) => b.written - a.written);
  for (const {name} of caches.slice(KEPT)) rmSync(path.join(folder, name), {recursive: true, force: true});
}

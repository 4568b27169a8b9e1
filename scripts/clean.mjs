// @ts-check
import {rmSync} from 'node:fs';
import {homedir} from 'node:os';
import path from 'node:path';
import {ROOT, say} from './lib/dependencies.mjs';

const CACHE = process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache');

// Rebuilt bases and the private engine, then what builds of the site left. Images in an engine of yours are swept by verify.
for (const folder of [
  path.join(CACHE, 'cgo-field-guide'),
  ...['build', '.docusaurus', '.generated', 'node_modules/.cache', 'test-results', 'playwright-report'].map(
    (name) => path.join(ROOT, name),
  ),
]) {
  rmSync(folder, {recursive: true, force: true});
  say(`Removed ${folder}`);
}

/**
 * The whole set of rebuilt bases of this machine's platform, from nothing: downloads, packages and images, into an empty cache. A second call,
 * with the cache full, stands beside it.
 */
import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {printTable} from './lib/stats';
import {timed} from './lib/timed';
import {GUIDE, ROOT} from '../scripts/lib/dependencies.mjs';

const LIMIT = 600;

const cache = mkdtempSync(path.join(os.tmpdir(), 'cgo-field-guide-bench-'));
try {
  const bases = () =>
    timed([process.execPath, GUIDE, 'bases'], {cwd: ROOT, env: {...process.env, XDG_CACHE_HOME: cache}});
  const empty = bases();
  const full = bases();
  printTable(
    Object.entries({empty, full}).map(([state, {cpu, wall}]) => ({
      cache: state,
      'processor s': cpu.toFixed(1),
      'wall s': wall.toFixed(1),
    })),
  );
  process.stdout.write(`all bases from nothing: ${empty.wall.toFixed(0)} s, ${LIMIT} s allowed\n`);
} finally {
  rmSync(cache, {recursive: true, force: true});
}

/**
 * `npm run verify` with nothing stale, as it is called before every build, without npm's own time. Beside it the same
 * command of Docusaurus, and `docusaurus --help` in a stock site, which is what Docusaurus takes for itself. The sides
 * take turns.
 */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {stripVTControlCharacters} from 'node:util';
import {makeStockSite} from './lib/stockSite';
import {median, printTable} from './lib/stats';
import {timed, type Times} from './lib/timed';
import {DOCUSAURUS, GUIDE, ROOT} from '../scripts/lib/dependencies.mjs';

const RUNS = Number(process.env.RUNS ?? 9);
const LIMIT = 1.5;

const stale = spawnSync(process.execPath, [GUIDE, 'verify', '--list'], {cwd: ROOT, encoding: 'utf8'});
if (stale.status !== 0 || !stripVTControlCharacters(stale.stdout).startsWith('Nothing to prove'))
  throw new Error(`Nothing may be stale for this measurement, but:\n${stale.stdout}${stale.stderr}`);

const stock = mkdtempSync(path.join(os.tmpdir(), 'cgo-field-guide-bench-'));
try {
  makeStockSite(ROOT, stock);
  const sides = [
    {name: 'npm run verify', program: GUIDE, command: 'verify', folder: ROOT},
    {name: 'docusaurus verify', program: DOCUSAURUS, command: 'verify', folder: ROOT},
    {name: 'docusaurus --help, stock', program: DOCUSAURUS, command: '--help', folder: stock},
  ].map((side) => ({...side, times: [] as Times[]}));
  for (let run = 0; run <= RUNS; run++) {
    for (const {program, command, folder, times} of sides) {
      const one = timed([process.execPath, program, command], {cwd: folder});
      // The first run fills the cache of compiled configuration.
      if (run > 0) times.push(one);
    }
  }
  printTable(
    sides.map(({name, times}) => ({
      command: name,
      'processor s': median(times.map(({cpu}) => cpu)).toFixed(2),
      least: Math.min(...times.map(({cpu}) => cpu)).toFixed(2),
      'wall s': median(times.map(({wall}) => wall)).toFixed(2),
    })),
  );
  const own = median((sides[0]?.times ?? []).map(({cpu}) => cpu));
  process.stdout.write(`nothing stale: ${own.toFixed(2)} s of processor time, ${LIMIT} s allowed\n`);
} finally {
  rmSync(stock, {recursive: true, force: true});
}

/**
 * Gate and hashing over 1,000 synthetic examples: is the time linear in their number? Processor time of this process,
 * medians; sizes take turns.
 */
import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {DEFAULT_OPTIONS} from '../plugins/verified-examples/src/settings';
import {judge} from '../plugins/verified-examples/src/proof/gate/gate';
import {collect} from '../plugins/verified-examples/src/proof/collection';
import {median, printTable} from './lib/stats';
import {makeSyntheticSite} from './lib/syntheticSite';

const SIZES = [124, 250, 500, 1000];
const RUNS = Number(process.env.RUNS ?? 5);
const ROOT = path.join(__dirname, '..');

const folder = mkdtempSync(path.join(os.tmpdir(), 'cgo-field-guide-bench-'));
try {
  const sites = SIZES.map((size) => {
    const site = path.join(folder, String(size));
    makeSyntheticSite(ROOT, site, size);
    return {size, site, times: [] as number[]};
  });
  for (let run = 0; run <= RUNS; run++) {
    for (const {size, site, times} of sites) {
      const seconds = gate(site, size);
      // The first run is for the compiler of the engine of JavaScript.
      if (run > 0) times.push(seconds);
    }
  }
  const rows = sites.map(({size, times}) => {
    const ms = median(times) * 1000;
    return {examples: size, ms: Math.round(ms), 'ms an example': (ms / size).toFixed(3)};
  });
  printTable(rows);
  const [first, last] = [rows[0], rows.at(-1)];
  if (first !== undefined && last !== undefined) {
    const ratio = Number(last['ms an example']) / Number(first['ms an example']);
    process.stdout.write(
      `one of ${last.examples} examples costs ${ratio.toFixed(2)} times one of ${first.examples}\n`,
    );
  }
} finally {
  rmSync(folder, {recursive: true, force: true});
}

/** @returns Seconds of processor time, for a site that may be built */
function gate(site: string, size: number): number {
  const before = process.cpuUsage();
  const {standings, twins} = collect(site, {id: 'default', ...DEFAULT_OPTIONS});
  const {refusal} = judge(standings, twins);
  const {user, system} = process.cpuUsage(before);
  if (refusal !== undefined) throw new Error(refusal.split('\n').slice(0, 5).join('\n'));
  const examples = new Set(standings.map(({example}) => example.id)).size;
  if (examples !== size) throw new Error(`${examples} examples were collected, expected ${size}`);
  return (user + system) / 1e6;
}

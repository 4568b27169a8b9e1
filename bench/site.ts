/**
 * Site build, cold and warm, and page JavaScript, against a stock Docusaurus 3.10 (webpack, Prism, no plugin) with
 * the same pages: the same prose, and the same code and outputs as plain fences.
 */
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {median, printTable} from './lib/stats';
import {makeStockSite} from './lib/stockSite';
import {timed, type Times} from './lib/timed';
import {DOCUSAURUS, ROOT} from '../scripts/lib/dependencies.mjs';

const RUNS = Number(process.env.RUNS ?? 3);
/** Both sites use the same packages, hence the same folder of caches; the bundlers' names in it differ. */
const CACHES = path.join(ROOT, 'node_modules/.cache');

interface Site {
  name: string;
  folder: string;
  cold: Times[];
  warm: Times[];
}

const work = mkdtempSync(path.join(os.tmpdir(), 'cgo-field-guide-bench-'));
try {
  const ours: Site = {name: 'this site', folder: ROOT, cold: [], warm: []};
  const stock: Site = {name: 'stock', folder: path.join(work, 'stock'), cold: [], warm: []};
  makeStockSite(ROOT, stock.folder);
  measure([ours, stock]);
  printTable([ours, stock].map(row));
  for (const side of ['cold', 'warm'] as const) {
    const ratio = (what: keyof Times) => (of(ours[side], what) / of(stock[side], what)).toFixed(2);
    process.stdout.write(`${side}: ${ratio('wall')} times stock, processor time ${ratio('cpu')} times\n`);
  }
  const again = of(ours.warm, 'wall') / of(stock.cold, 'wall');
  process.stdout.write(`warm: ${again.toFixed(2)} times a cold build of stock\n`);
  const [js, stockJs] = [pageJavaScript(ROOT, 'decide.html'), pageJavaScript(stock.folder, 'decide.html')];
  printTable([
    {page: ours.name, 'JavaScript, gzip': js},
    {page: stock.name, 'JavaScript, gzip': stockJs},
  ]);
  process.stdout.write(`page JavaScript: ${(js / stockJs).toFixed(2)} times stock\n`);
} finally {
  rmSync(work, {recursive: true, force: true});
}

/** Sites take turns, so that a slow minute of the machine does not fall on one of them. */
function measure(sites: readonly Site[]): void {
  for (let run = 0; run < RUNS; run++) {
    for (const {folder, cold, warm} of sites) {
      for (const made of [CACHES, path.join(folder, '.docusaurus'), path.join(folder, 'build')])
        rmSync(made, {recursive: true, force: true});
      cold.push(build(folder));
      warm.push(build(folder));
    }
  }
}

function build(folder: string): Times {
  return timed([process.execPath, DOCUSAURUS, 'build'], {cwd: folder});
}

function of(times: readonly Times[], what: keyof Times): number {
  return median(times.map((one) => one[what]));
}

function row({name, cold, warm}: Site): Record<string, string> {
  return {
    site: name,
    'cold s': of(cold, 'wall').toFixed(1),
    'processor s': of(cold, 'cpu').toFixed(1),
    'warm s': of(warm, 'wall').toFixed(1),
    'processor s, warm': of(warm, 'cpu').toFixed(1),
  };
}

/** What a page loads to become interactive: its scripts, and the chunks its route names, compressed. */
function pageJavaScript(folder: string, page: string): number {
  const build = path.join(folder, 'build');
  const html = readFileSync(path.join(build, page), 'utf8');
  const scripts = new Set([...html.matchAll(/\/(assets\/js\/[\w.-]+\.js)/g)].map(([, file = '']) => file));
  const chunks = readdirSync(path.join(build, 'assets/js'));
  return [...scripts].reduce((sum, file) => {
    const name = path.basename(file);
    return chunks.includes(name) ? sum + gzipSync(readFileSync(path.join(build, file))).length : sum;
  }, 0);
}

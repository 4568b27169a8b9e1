/**
 * Site build, cold and warm, and page JavaScript, against a stock Docusaurus 3.10 (webpack, Prism, no plugin) with
 * the same pages: the same prose, and the same code and outputs as plain fences.
 */
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {plainPages} from './lib/plainPages';
import {median, printTable} from './lib/stats';

const ROOT = path.join(__dirname, '..');
const DOCUSAURUS = path.join(ROOT, 'node_modules/@docusaurus/core/bin/docusaurus.mjs');
const RUNS = Number(process.env.RUNS ?? 3);

interface Site {
  name: string;
  folder: string;
  /** Where the bundler keeps what it did before. */
  caches: string[];
}

const work = mkdtempSync(path.join(os.tmpdir(), 'cgo-field-guide-bench-'));
try {
  const ours = {
    name: 'this site',
    folder: ROOT,
    caches: ['node_modules/.cache', '.docusaurus', 'build'].map((one) => path.join(ROOT, one)),
  };
  const stock = makeStock(path.join(work, 'stock'));
  const times = measure([ours, stock]);
  printTable(
    [...times].map(([name, {cold, warm}]) => ({
      site: name,
      'cold s': (cold / 1000).toFixed(1),
      'warm s': (warm / 1000).toFixed(1),
    })),
  );
  const [a, b] = [times.get(ours.name), times.get(stock.name)];
  if (a && b)
    process.stdout.write(
      `cold ${(a.cold / b.cold).toFixed(2)}, warm ${(a.warm / b.warm).toFixed(2)} times stock\n`,
    );
  const [js, stockJs] = [pageJavaScript(ROOT, 'decide.html'), pageJavaScript(stock.folder, 'decide.html')];
  printTable([
    {page: 'this site', 'JavaScript, gzip': js},
    {page: 'stock', 'JavaScript, gzip': stockJs},
  ]);
  process.stdout.write(`page JavaScript ${(js / stockJs).toFixed(2)} times stock\n`);
} finally {
  rmSync(work, {recursive: true, force: true});
}

/** Sites take turns, so that a slow minute of the machine does not fall on one of them. */
function measure(sites: readonly Site[]): Map<string, {cold: number; warm: number}> {
  const times = new Map(sites.map(({name}) => [name, {cold: [] as number[], warm: [] as number[]}]));
  for (let run = 0; run < RUNS; run++) {
    for (const site of sites) {
      for (const cache of site.caches) rmSync(cache, {recursive: true, force: true});
      times.get(site.name)?.cold.push(build(site));
      times.get(site.name)?.warm.push(build(site));
    }
  }
  return new Map([...times].map(([name, {cold, warm}]) => [name, {cold: median(cold), warm: median(warm)}]));
}

function build({name, folder}: Site): number {
  const started = performance.now();
  const {status, stderr} = spawnSync(process.execPath, [DOCUSAURUS, 'build'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name} does not build:\n${stderr}`);
  return performance.now() - started;
}

/** A site as `create-docusaurus` makes it, with our pages as plain Markdown. */
function makeStock(folder: string): Site {
  mkdirSync(path.join(folder, 'docs'), {recursive: true});
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  writeFileSync(path.join(folder, 'package.json'), '{"name": "stock", "private": true}\n');
  const config = {
    title: 'Stock',
    url: 'https://example.com',
    baseUrl: '/',
    trailingSlash: false,
    onBrokenLinks: 'ignore',
    themeConfig: {prism: {additionalLanguages: ['docker', 'bash']}},
    presets: [['classic', {blog: false, docs: {routeBasePath: '/'}}]],
  };
  writeFileSync(path.join(folder, 'docusaurus.config.js'), `module.exports = ${JSON.stringify(config)};\n`);
  for (const [name, text] of plainPages(ROOT)) writeFileSync(path.join(folder, 'docs', name), text);
  return {
    name: 'stock',
    folder,
    caches: [
      path.join(folder, '.docusaurus'),
      path.join(folder, 'build'),
      path.join(ROOT, 'node_modules/.cache/webpack'),
    ],
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

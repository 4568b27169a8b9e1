/**
 * Lighthouse, mobile, over the built site as `npm run serve` serves it: a landing page, a guide, a symptom and an example.
 * Medians of three runs. Lighthouse is fetched for the measurement alone: it is larger than all that the site needs.
 */
import {spawn, spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {systemChromium} from '../scripts/lib/chromium.mjs';
import {ROOT} from '../scripts/lib/dependencies.mjs';
import {median, printTable} from './lib/stats';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const RUNS = Number(process.env.RUNS ?? 3);
const PORT = 4187;
const PAGES = {
  landing: '/',
  guide: '/decide',
  symptom: '/fix/exec-no-such-file-or-directory',
  example: '/examples/pure-go-static',
};
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** Without a GPU, Chromium keeps the page before on the screen for one or two seconds of some runs: the page has no part in that. */
const CHROME_FLAGS = ['--headless=new', '--no-sandbox', '--disable-features=PaintHolding'];
const CHROMIUM = systemChromium();

interface Report {
  /** Null: an audit of it failed. */
  categories: Record<(typeof CATEGORIES)[number], {score: number | null}>;
  audits: Record<string, {numericValue?: number}>;
}

const work = mkdtempSync(path.join(os.tmpdir(), 'cgo-field-guide-bench-'));
const server = spawn(process.execPath, [path.join(ROOT, 'scripts/serve.mjs'), '--port', String(PORT)], {
  cwd: ROOT,
  stdio: 'ignore',
});
try {
  const rows = Object.entries(PAGES).map(([page, address]) => {
    const reports = Array.from({length: RUNS}, () => run(address));
    const scores: Record<string, string> = {};
    for (const category of CATEGORIES) {
      const score = median(reports.map(({categories}) => categories[category].score ?? NaN));
      scores[category] = String(Math.round(score * 100));
    }
    const of = (audit: string) => median(reports.map(({audits}) => audits[audit]?.numericValue ?? NaN));
    return {
      page,
      ...scores,
      'first paint, s': (of('first-contentful-paint') / 1000).toFixed(1),
      'largest paint, s': (of('largest-contentful-paint') / 1000).toFixed(1),
      'speed index, s': (of('speed-index') / 1000).toFixed(1),
      'blocked, ms': of('total-blocking-time').toFixed(0),
    };
  });
  printTable(rows);
} finally {
  server.kill();
  rmSync(work, {recursive: true, force: true});
}

/** @throws Error with what Lighthouse said, when it made no report */
function run(address: string): Report {
  const output = path.join(work, 'report.json');
  const {status, stderr} = spawnSync(
    'npx',
    [
      ...['--yes', LIGHTHOUSE, `http://localhost:${PORT}${address}`, '--quiet', '--output=json'],
      ...[`--output-path=${output}`, `--only-categories=${CATEGORIES.join(',')}`],
      `--chrome-flags=${CHROME_FLAGS.join(' ')}`,
    ],
    {
      cwd: work,
      encoding: 'utf8',
      env: {...process.env, ...(CHROMIUM !== undefined && {CHROME_PATH: CHROMIUM})},
    },
  );
  if (status !== 0) throw new Error(`${address}: ${stderr}`);
  return JSON.parse(readFileSync(output, 'utf8')) as Report;
}

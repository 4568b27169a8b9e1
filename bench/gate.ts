/**
 * Gate and hashing over 1,000 synthetic examples: is the time linear in their number?
 * Prints milliseconds and milliseconds an example, medians of several runs in one process.
 */
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {DEFAULT_OPTIONS} from '../plugins/verified-examples/src/defaults';
import {collect} from '../plugins/verified-examples/src/site';
import {median, printTable} from './lib/stats';

const SIZES = [125, 250, 500, 1000];
const RUNS = 5;
const ROOT = path.join(__dirname, '..');
const MODEL = 'pure-go-static';

const folder = mkdtempSync(path.join(os.tmpdir(), 'cgo-field-guide-bench-'));
try {
  const rows = SIZES.map((size) => {
    const site = path.join(folder, String(size));
    makeSite(site, size);
    const options = {id: 'default', ...DEFAULT_OPTIONS};
    const times = Array.from({length: RUNS}, () => {
      const started = performance.now();
      const {standings} = collect(site, options);
      if (standings.length < size) throw new Error('examples were not collected');
      return performance.now() - started;
    });
    const time = median(times);
    return {examples: size, ms: Math.round(time), 'ms an example': Number((time / size).toFixed(3))};
  });
  printTable(rows);
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (first && last) {
    process.stdout.write(
      `an example of ${last.examples} costs ${(last['ms an example'] / first['ms an example']).toFixed(2)} times one of ${first.examples}\n`,
    );
  }
} finally {
  rmSync(folder, {recursive: true, force: true});
}

/** Copies of one real example under other names, each with its own shared-app-free context and receipt. */
function makeSite(site: string, size: number): void {
  const model = path.join(ROOT, 'examples', MODEL);
  const app = path.join(ROOT, 'examples/_apps/lookup');
  for (let index = 0; index < size; index++) {
    const id = `synthetic-${index}`;
    const target = path.join(site, 'examples', id);
    mkdirSync(target, {recursive: true});
    cpSync(app, target, {recursive: true});
    cpSync(model, target, {recursive: true});
    const rename = (file: string) => {
      const text = readFileSync(path.join(target, file), 'utf8');
      writeFileSync(path.join(target, file), text.replaceAll(MODEL, id).replace(/^app: .*\n/m, ''));
    };
    rename('example.yaml');
    rename('receipt.json');
  }
}

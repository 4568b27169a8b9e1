/**
 * A thousand published revisions: seconds of processor time that the build takes to read and write them, what they weigh in the work tree, in a
 * pack of git, and as they are served; and the time for a page beside that of a ledger with a hundred. The revisions are made
 * from the examples: each round changes a line of every Dockerfile.
 */
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {publish} from '../plugins/permalinks/src/ledger/publish';
import {readLedger} from '../plugins/permalinks/src/ledger/readLedger';
import {writeRevisions} from '../plugins/permalinks/src/ledger/writeRevisions';
import {ROOT} from '../scripts/lib/dependencies.mjs';
import {statesOfRound, subjects} from './lib/revisions';
import {median, printTable} from './lib/stats';

const RUNS = Number(process.env.RUNS ?? 3);
const SIZES = [100, 1000];
const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);

const folder = mkdtempSync(path.join(os.tmpdir(), 'cgo-field-guide-bench-'));
try {
  const rows = SIZES.map(measure);
  printTable(rows);
  const [few, many] = rows.map((row) => Number(row['ms per page']));
  process.stdout.write(
    `a page of ${SIZES[1] ?? 0} takes ${((many ?? 0) / (few ?? 1)).toFixed(2)} times what one of ${SIZES[0] ?? 0} takes\n`,
  );
} finally {
  rmSync(folder, {recursive: true, force: true});
}

function measure(revisions: number) {
  const clone = path.join(folder, String(revisions));
  const ledgerDir = path.join(clone, 'ledger');
  const git = (...args: string[]) =>
    execFileSync('git', args, {cwd: clone, stdio: ['ignore', 'pipe', 'ignore']});
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', clone]);
  // Git would start packing of its own accord, beside what is measured.
  git('config', 'gc.auto', '0');
  const all = subjects(path.join(ROOT, 'examples'));
  const rounds = Math.ceil(revisions / all.length);
  for (let round = 0; round < rounds; round++) {
    const last = round === rounds - 1 ? revisions - round * all.length : all.length;
    const changed = statesOfRound(all.slice(0, last), round);
    const same = round === 0 ? [] : statesOfRound(all.slice(last), round - 1);
    publish(ledgerDir, [...changed, ...same], new Date(START + round * DAY));
    git('add', '--all');
    git(
      '-c',
      'user.name=bench',
      '-c',
      'user.email=bench@localhost',
      'commit',
      '--quiet',
      '--message',
      'Publish',
    );
  }
  git('gc', '--quiet');
  const shown = [
    ...statesOfRound(all.slice(0, revisions - (rounds - 1) * all.length), rounds - 1),
    ...statesOfRound(all.slice(revisions - (rounds - 1) * all.length), rounds - 2),
  ];
  const outDir = path.join(folder, `build-${revisions}`);
  for (const {page} of shown) {
    mkdirSync(path.join(outDir, path.dirname(page)), {recursive: true});
    writeFileSync(path.join(outDir, `${page}.html`), '');
  }
  const [reading, writing] = [[] as number[], [] as number[]];
  for (let run = 0; run <= RUNS; run++) {
    const started = processor();
    const ledger = readLedger(ledgerDir, {requireHistory: true});
    const read = processor();
    writeRevisions(outDir, '/', ledger, shown);
    // The first run is for the compiler.
    if (run === 0) continue;
    reading.push(read - started);
    writing.push(processor() - read);
  }
  const served = filesOf(outDir);
  const pages = served.filter((file) => file.includes('@') && file.endsWith('.html'));
  return {
    revisions,
    files: served.length,
    'kB a page': (pages.reduce((sum, file) => sum + sizeOf(file), 0) / pages.length / 1000).toFixed(0),
    'read s': (median(reading) / 1000).toFixed(2),
    'write s': (median(writing) / 1000).toFixed(2),
    'ms per page': (median(writing) / revisions).toFixed(2),
    'work tree MB': megabytes(filesOf(ledgerDir), sizeOf),
    'pack MB': megabytes(filesOf(path.join(clone, '.git/objects/pack')), sizeOf),
    'served MB': megabytes(served, sizeOf),
    'gzip MB': megabytes(served, (file) => gzipSync(readFileSync(file)).length),
  };
}

/** Milliseconds of processor time, of this process alone: not of git, which compares the history. */
function processor(): number {
  const {user, system} = process.cpuUsage();
  return (user + system) / 1000;
}

function filesOf(dir: string): string[] {
  return readdirSync(dir, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function sizeOf(file: string): number {
  return statSync(file).size;
}

function megabytes(files: readonly string[], size: (file: string) => number): string {
  return (files.reduce((sum, file) => sum + size(file), 0) / 1e6).toFixed(1);
}

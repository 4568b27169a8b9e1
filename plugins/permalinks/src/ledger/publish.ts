import {existsSync, mkdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type {State} from '../model';
import {blobPath, removeBlob, writeBlob} from './blobs';
import {formatLine} from './entry';
import {planPublication, type Asked, type Plan} from './plan';
import {LINES, readLedger, type Ledger} from './readLedger';

/**
 * Appends to the ledger what the site shows and the ledger does not have.
 *
 * @returns What was appended
 * @throws ProblemsError when the ledger is not whole, or something keeps it from being published; nothing is written then
 */
export function publish(ledgerDir: string, states: readonly State[], now: Date, asked: Asked = {}): Plan {
  const ledger = readLedger(ledgerDir, {allowOrphans: true});
  const plan = planPublication(ledger, states, now, asked);
  append(ledger, plan, now);
  return plan;
}

/**
 * Writes a plan: contents first, then all lines in one step. Killed at any moment, it leaves the ledger as it was, beside contents
 * that no line names. Those of a publication before this one are taken where they are needed, and removed else.
 *
 * @throws Error when another process wrote the ledger meanwhile
 */
export function append(ledger: Ledger, {drafts, blobs}: Plan, now: Date): void {
  for (const [sha256, bytes] of blobs) {
    const file = blobPath(sha256);
    const whole = existsSync(path.join(ledger.dir, file)) && !ledger.orphans.includes(file);
    if (!whole) writeBlob(ledger.dir, sha256, bytes);
  }
  if (drafts.length > 0) writeLines(ledger, drafts, now);
  const named = new Set([...blobs.keys()].map(blobPath));
  for (const orphan of ledger.orphans) if (!named.has(orphan)) removeBlob(ledger.dir, orphan);
}

function writeLines({dir, text, chain}: Ledger, drafts: Plan['drafts'], now: Date): void {
  const lines: string[] = [];
  let before = chain;
  for (const draft of drafts) {
    const made = formatLine(draft, now.toISOString(), before);
    lines.push(made.line);
    before = made.chain;
  }
  const file = path.join(dir, LINES);
  const there = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (there !== text)
    throw new Error(`${file} was written by another process meanwhile. Run the command once more.`);
  mkdirSync(dir, {recursive: true});
  writeFileAtomic.sync(file, `${text}${lines.map((line) => `${line}\n`).join('')}`);
}

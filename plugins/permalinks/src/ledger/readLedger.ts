import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {ProblemsError, type Problem} from '../../../verified-examples/src/problems';
import {messageOf} from '../../../verified-examples/src/messageOf';
import type {Entry} from '../model';
import {blobPath, BLOBS, listBlobs, readBlob} from './blobs';
import {checkEntries} from './checkEntries';
import {chainOf, NO_CHAIN, parseLine} from './entry';
import {compareHistory, type History} from './history';
import {subjectsOf, type Subject} from './subjects';

/** The ledger's lines. */
export const LINES = 'published.ndjson';

/** All that was published, checked. */
export interface Ledger {
  dir: string;
  entries: readonly Entry[];
  /** By short address. */
  subjects: ReadonlyMap<string, Subject>;
  /** Its text, byte for byte. */
  text: string;
  /** Chain of the last line. */
  chain: string;
  history: Exclude<History, {state: 'lost'}>;
  /** Files of `blobs/` that no entry names; empty unless they were allowed. */
  orphans: readonly string[];
}

export interface ReadOptions {
  /** Also refuse where nothing can be compared with what the main branch had. */
  requireHistory?: boolean;
  /** Take a ledger with contents that no entry names, which an interrupted publication leaves. */
  allowOrphans?: boolean;
}

const REMEDY =
  'Restore the ledger from the main branch (git checkout origin/main -- ledger), then publish again.';

/**
 * Reads and checks the ledger: every line, the chain over them, what entries say of each other, the contents by their SHA-256,
 * and that every line which the main branch ever had is still here. A missing ledger is an empty one.
 *
 * @param dir - Its folder
 * @throws ProblemsError with all that is wrong
 */
export function readLedger(
  dir: string,
  {requireHistory = false, allowOrphans = false}: ReadOptions = {},
): Ledger {
  const file = path.join(dir, LINES);
  const shown = path.join(path.basename(dir), LINES);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const {entries, lines, chain, problems, unread} = readLines(text);
  const {missing, orphans} = checkBlobs(dir, entries, lines);
  const history = compareHistory(file, text);
  const all: Problem[] = [
    ...problems,
    ...checkEntries(entries, (index) => lines[index] ?? 0).map(({index, message}) => ({
      line: lines[index],
      message,
    })),
    ...missing,
    ...(history.state === 'lost' ? history.problems : []),
  ].map((problem) => ({file: shown, ...problem}));
  // What a line that can't be read names is not known.
  if (!allowOrphans && unread.length === 0)
    all.push(
      ...orphans.map((orphan) => ({
        file: path.join(path.basename(dir), orphan),
        message:
          'no entry names this content. npm run publish-revisions removes what an interrupted publication left',
      })),
    );
  if (requireHistory && history.state === 'unknown')
    all.push({file: shown, message: `it can't be compared with what main had: ${history.why}`});
  if (all.length > 0 || history.state === 'lost')
    throw new ProblemsError('The ledger is not whole', all, REMEDY);
  return {dir, entries, subjects: subjectsOf(entries), text, chain, history, orphans};
}

interface Wrong {
  line?: number | undefined;
  message: string;
}

/** `lines`: the line of each entry. A line that can't be read is none. */
function readLines(text: string): {
  entries: Entry[];
  lines: number[];
  chain: string;
  problems: Wrong[];
  unread: number[];
} {
  const [entries, lines, problems, unread]: [Entry[], number[], Wrong[], number[]] = [[], [], [], []];
  let chain = NO_CHAIN;
  const parts = text.split('\n');
  const rest = parts.pop();
  if (rest !== undefined && rest !== '')
    problems.push({line: parts.length + 1, message: 'the last line was cut: it has no end'});
  for (const [index, part] of parts.entries()) {
    const read = parseLine(part);
    if ('wrong' in read) {
      problems.push(...read.wrong.map((message) => ({line: index + 1, message})));
      unread.push(index + 1);
      // What it was is not known, so the next line can't be held against it; what follows that one can.
      chain = '';
      continue;
    }
    if (chain !== '' && read.entry.chain !== chainOf(chain, read.body))
      problems.push({
        line: index + 1,
        message:
          'the chain is broken: this line was changed, or one before it was changed, moved or taken out',
      });
    chain = read.entry.chain;
    entries.push(read.entry);
    lines.push(index + 1);
  }
  return {entries, lines, chain, problems, unread};
}

/** Holds what entries name against the files in `blobs/`. */
function checkBlobs(
  dir: string,
  entries: readonly Entry[],
  lines: readonly number[],
): {missing: Wrong[]; orphans: string[]} {
  const named = new Map<string, {line: number | undefined; path: string}>();
  for (const [index, entry] of entries.entries()) {
    if (entry.event !== 'published') continue;
    const inArchives = Object.entries(entry.archives).flatMap(([archive, {files}]) =>
      Object.entries(files).map(([inner, {sha256}]) => [`${archive}: ${inner}`, sha256] as const),
    );
    for (const [at, sha256] of [...Object.entries(entry.files), ...inArchives])
      if (!named.has(sha256)) named.set(sha256, {line: lines[index], path: `${entry.address}${at}`});
  }
  const present = existsSync(path.join(dir, BLOBS)) ? listBlobs(dir) : [];
  const files = new Set(present);
  const missing = [...named].flatMap(([sha256, {line, path: at}]) => {
    if (!files.has(blobPath(sha256)))
      return [{line, message: `${at}: its content ${blobPath(sha256)} is missing`}];
    try {
      readBlob(dir, sha256);
      return [];
    } catch (error) {
      return [{line, message: `${at}: its content ${messageOf(error)}`}];
    }
  });
  const expected = new Set([...named.keys()].map(blobPath));
  return {missing, orphans: present.filter((file) => !expected.has(file))};
}

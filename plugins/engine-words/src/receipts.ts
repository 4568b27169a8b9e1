import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {digestOf} from '../../base-images/src/digest';
import {casesOf, type Case} from './cases';
import {ENGINES, titleOf, upstream, type Engine} from './engines';
import {keyOf} from './key';
import {Receipt, type Words} from './model';
import {programSources} from './sources';
import {tellingOf, type Telling} from './split';

/** Where receipts are committed, relative to the site. */
export const RECEIPTS = 'plugins/engine-words/receipts';

/** Path of an engine's receipt, relative to the site. */
export const receiptFile = (engine: string): string => join(RECEIPTS, `${engine}.json`);

/** One case in the words of one engine, as far as pages show it. */
export interface CaseWords {
  engine: Engine;
  /** With measured versions. */
  title: string;
  /** Version of what names the engine, and of its runtime. */
  versions: {engine: string; runtime: string};
  one: Case;
  words: Words;
  /** Undefined: nothing is printed. */
  telling: Telling | undefined;
  date: string;
}

/** @returns The receipt with its seal */
export function seal(receipt: Omit<Receipt, 'seal'>): Receipt {
  return {...receipt, seal: digestOf(receipt)};
}

/** @throws Error that says what is wrong, without the file's name */
export function readReceipt(siteDir: string, engine: string): Receipt {
  const file = join(siteDir, receiptFile(engine));
  if (!existsSync(file)) throw new Error('missing: this engine was not asked');
  const {seal: sealed, ...rest} = Receipt.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (rest.engine !== engine || digestOf(rest) !== sealed)
    throw new Error('was changed after it was written');
  return {...rest, seal: sealed};
}

interface ReadWords {
  words: CaseWords[];
  problems: string[];
}

/** Of the last site that was read, and what its files were: every page of a build asks. */
let last: {files: string; read: ReadWords} | undefined;

/**
 * Reads all receipts and holds them against what is declared now.
 *
 * @returns What can be shown, and a line for each receipt that is missing, stale, changed, or of no engine
 */
export function readWords(siteDir: string): ReadWords {
  const folder = join(siteDir, RECEIPTS);
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const files = JSON.stringify([
    folder,
    names.map((name) => [name, statSync(join(folder, name)).mtimeMs]),
    programSources(),
  ]);
  if (last?.files !== files) last = {files, read: judge(siteDir, names)};
  return last.read;
}

function judge(siteDir: string, names: readonly string[]): ReadWords {
  const words: CaseWords[] = [];
  const problems: string[] = [];
  for (const engine of ENGINES) {
    try {
      words.push(...wordsOf(engine, readReceipt(siteDir, engine.id)));
    } catch (error) {
      problems.push(`${engine.id}.json: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const known = new Set(ENGINES.map(({id}) => `${id}.json`));
  for (const name of names) if (!known.has(name)) problems.push(`${name}: is of no engine; remove it`);
  return {words, problems};
}

/** @throws Error when the receipt is stale, or a case does not say what it has to */
export function wordsOf(engine: Engine, receipt: Receipt): CaseWords[] {
  if (receipt.key !== keyOf(engine))
    throw new Error('stale: cases, programs or the setup of the engine changed');
  const [first = ''] = Object.keys(receipt.packages);
  const versions = {
    engine: upstream(receipt.packages[first] ?? ''),
    runtime: upstream(receipt.packages[engine.runtime] ?? ''),
  };
  return casesOf(engine).map((one) => {
    const words = receipt.cases[one.id];
    const telling = tellingOf(engine, one, words);
    if (words === undefined) throw new Error(`case ${one.id} is not in it`);
    return {
      engine,
      title: titleOf(engine, receipt.packages),
      versions,
      one,
      words,
      telling,
      date: receipt.date,
    };
  });
}

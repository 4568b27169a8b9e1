import {cacheFolder} from '../../../base-images/src/cacheFolder';
import {sweep} from '../../../base-images/src/machine/atomic';
import {withLock} from '../../../base-images/src/machine/lock';
import {platformOf} from '../../../base-images/src/recipe/platform';
import {mkdir} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {setMaxListeners} from 'node:events';
import writeFileAtomic from 'write-file-atomic';
import {messageOf} from '../../../verified-examples/src/messageOf';
import {suggest} from '../../../verified-examples/src/nearest';
import {ENGINES, titleOf, type Engine} from '../engines';
import {makeAll} from './make';
import type {Receipt} from '../model';
import {readReceipt, receiptFile} from '../receipts';
import {recordEngine} from './record';
import {rootOf} from './roots';

interface Options {
  siteDir: string;
  goRoot: string;
  /** Engines to run, all when none is named, and `--check`. */
  words: readonly string[];
  signal: AbortSignal;
}

/**
 * Records what engines print, or with `--check` compares with what is recorded.
 * @returns 1 when something differs, 2 for an unknown engine
 */
export async function engineWordsCommand({siteDir, goRoot, words, signal}: Options): Promise<0 | 1 | 2> {
  const named = words.filter((word) => word !== '--check');
  const unknown = named.filter((word) => !ENGINES.some(({id}) => id === word));
  const ids = ENGINES.map(({id}) => id);
  for (const word of unknown) print(`there is no engine "${word}"; ${suggest(word, ids)}`);
  if (unknown.length > 0) return 2;
  const engines = ENGINES.filter(({id}) => named.length === 0 || named.includes(id));
  const cache = cacheFolder();
  setMaxListeners(0, signal);
  await sweep(cache);
  const workshop = {cache, platform: platformOf('linux/amd64'), signal, onProgress: print};
  return withLock(join(cache, 'engine-words/lock'), signal, async () => {
    const made = await makeAll(goRoot, workshop);
    let failed = false;
    for (const engine of engines) {
      try {
        const root = await rootOf(engine.suite, workshop);
        const receipt = await recordEngine({engine, root, ...made, workshop});
        if (words.includes('--check')) {
          refuse(compare(readReceipt(siteDir, engine.id), receipt));
          print(`${engine.id}: as recorded`);
        } else {
          await write(siteDir, engine, receipt);
        }
      } catch (error) {
        signal.throwIfAborted();
        failed = true;
        print(`${engine.id}: ${messageOf(error)}`);
      }
    }
    return failed ? 1 : 0;
  });
}

async function write(siteDir: string, engine: Engine, receipt: Receipt): Promise<void> {
  const file = join(siteDir, receiptFile(engine.id));
  await mkdir(dirname(file), {recursive: true});
  await writeFileAtomic(file, `${JSON.stringify(receipt, null, 2)}\n`);
  print(`${titleOf(engine, receipt.packages)}: ${Object.keys(receipt.cases).length} cases`);
}

/** @throws Error with all differences */
function refuse(differences: readonly string[]): void {
  if (differences.length > 0) throw new Error(`differs from its receipt:\n${differences.join('\n')}`);
}

/** One line for each value that differs. */
export function compare(recorded: Receipt, now: Receipt): string[] {
  const [before, after] = [flat(recorded), flat(now)];
  const names = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => name !== 'date' && name !== 'seal',
  );
  return names
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => `${name}: recorded ${before.get(name) ?? 'nothing'}, now ${after.get(name) ?? 'nothing'}`);
}

/** Path to value, as JSON. */
function flat(value: unknown, path = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null) return new Map([[path, JSON.stringify(value)]]);
  return new Map(
    Object.entries(value).flatMap(([name, member]) => [
      ...flat(member, path === '' ? name : `${path}.${name}`),
    ]),
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

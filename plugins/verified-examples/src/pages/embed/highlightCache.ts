import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/** Raised when the same input is to give other HTML for a reason that is in no input. */
const FORMAT = 3;

const SHIKI = createRequire(__filename).resolve('shiki/package.json');
const FOLDER = path.join(path.dirname(SHIKI), '../.cache/verified-examples/highlight');

let version: string | undefined;

/** What is being made: the variants of an example show the same files, and all ask at once. */
const pending = new Map<string, Promise<string>>();

/**
 * HTML of code that was highlighted by an earlier build, or made now and kept. The name of an entry is the SHA-256 of
 * all that decides it, the code among it, so that no entry can be of other code. `docusaurus clear` removes them.
 *
 * @param input - Everything that decides the HTML, beside Shiki's version
 * @param make - Makes it
 */
export async function cachedHtml(input: unknown, make: () => Promise<string>): Promise<string> {
  version ??= readFileSync(SHIKI, 'utf8');
  const name = createHash('sha256')
    .update(JSON.stringify([FORMAT, version, input]))
    .digest('hex');
  const kept = read(path.join(FOLDER, name));
  if (kept !== undefined) return kept;
  const asked = pending.get(name);
  if (asked !== undefined) return asked;
  const making = make()
    .then((html) => keep(name, html))
    .finally(() => pending.delete(name));
  pending.set(name, making);
  return making;
}

async function keep(name: string, html: string): Promise<string> {
  mkdirSync(FOLDER, {recursive: true});
  await writeFileAtomic(path.join(FOLDER, name), html);
  return html;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

import {mkdir, readdir, readFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import * as z from 'zod';
import {findBase, slugOf} from './catalogue';
import {TOOLS_PLATFORM} from './recipe/platform';
import type {BaseReceipt} from './types';

/** Where receipts are committed. */
export const RECEIPTS = resolve(__dirname, '../receipts');

const Digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'expected sha256: and 64 hex digits');

const Receipt = z.strictObject({
  schema: z.literal(1),
  ref: z.string(),
  platform: z.string(),
  recipe: Digest,
  content: Digest,
  packages: z.record(z.string(), z.string()),
  checks: z.array(z.string()),
  approximations: z.array(z.string()),
});

/** Reads all committed receipts of bases. Throws one error that names every malformed file and what is wrong with it. */
export async function readBaseReceipts(directory = RECEIPTS): Promise<BaseReceipt[]> {
  const names = (await readdir(directory).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(directory, name), 'utf8')));
  const problems: string[] = [];
  const receipts: BaseReceipt[] = [];
  for (const [index, text] of texts.entries()) {
    const name = names[index] ?? '';
    const found = parse(text);
    if (typeof found === 'string') problems.push(`${name}: ${found}`);
    else if (fileName(found) === name) receipts.push(found);
    else
      problems.push(
        `${name}: ref: expected the base this file is named for, got ${found.ref} (${found.platform})`,
      );
  }
  if (problems.length > 0) {
    throw new Error(
      `${problems.length} receipts of bases cannot be used:\n${problems.map((line) => `- ${line}`).join('\n')}\nWrite them again with: npm run bases -- --write`,
    );
  }
  return receipts;
}

/** Writes a receipt unless the file already says the same; true: written. */
export async function writeBaseReceipt(receipt: BaseReceipt, directory = RECEIPTS): Promise<boolean> {
  const path = join(directory, fileName(receipt));
  const text = printReceipt(receipt);
  const before = await readFile(path, 'utf8').catch(() => '');
  if (before === text) return false;
  await mkdir(directory, {recursive: true});
  await writeFileAtomic(path, text);
  return true;
}

/** Stable text: keys in the order of the schema, packages by name. */
export function printReceipt(receipt: BaseReceipt): string {
  const {schema, ref, platform, recipe, content, packages, checks, approximations} = receipt;
  const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  const ordered = {schema, ref, platform, recipe, content, packages: sorted, checks, approximations};
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

function fileName({ref, platform}: BaseReceipt): string {
  const entry = findBase(ref);
  const suffix = platform === TOOLS_PLATFORM ? '' : `-${platform.replaceAll('/', '-')}`;
  return entry ? `${slugOf(entry)}${suffix}.json` : '';
}

function parse(text: string): BaseReceipt | string {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return 'expected JSON';
  }
  const parsed = Receipt.safeParse(data);
  if (parsed.success) return parsed.data;
  return parsed.error.issues
    .map(({path, message}) => `${path.join('.') || 'receipt'}: ${message}`)
    .join('; ');
}

import {stat} from 'node:fs/promises';
import {catalogue} from './catalogue';
import {rebuildBases, type RebuildRequest} from './rebuild';
import {RECEIPTS, writeBaseReceipt} from './receipts';
import type {RebuiltBase} from './types';

export interface RebuildCommandOptions extends RebuildRequest {
  /** None: every base of the catalogue. */
  refs: readonly string[];
  /** Only print what there is. */
  list: boolean;
  writeReceipts: boolean;
  receipts?: string;
  /** Takes one line of the result. */
  print: (line: string) => void;
}

/** Body of `docusaurus bases [refs…] [--list] [--write]`. */
export async function rebuildCommand(options: RebuildCommandOptions): Promise<void> {
  if (options.list) {
    listBases(options.print);
    return;
  }
  const here = catalogue.filter(({platforms}) => platforms.includes(options.platform));
  const refs = options.refs.length > 0 ? options.refs : here.map(({ref}) => ref);
  const bases = await rebuildBases(refs, options);
  for (const base of bases) options.print(await describe(base));
  if (options.writeReceipts) await writeReceipts(bases, options);
}

function listBases(print: (line: string) => void): void {
  for (const {ref, aliases, platforms, approximations} of catalogue) {
    print([ref, ...aliases].join(', '));
    print(`  ${platforms.join(', ')}`);
    for (const approximation of approximations) print(`  differs: ${approximation}`);
  }
}

async function describe({entry, archive, imageId}: RebuiltBase): Promise<string> {
  const {size} = await stat(archive);
  return `${entry.ref}  ${(size / 1e6).toFixed(1)} MB  ${imageId}\n  ${archive}`;
}

async function writeReceipts(bases: readonly RebuiltBase[], options: RebuildCommandOptions): Promise<void> {
  const written: string[] = [];
  for (const {entry, receipt} of bases) {
    if (await writeBaseReceipt(receipt, options.receipts ?? RECEIPTS)) written.push(entry.ref);
  }
  options.print(written.length > 0 ? `receipts written: ${written.join(', ')}` : 'receipts: nothing changed');
}

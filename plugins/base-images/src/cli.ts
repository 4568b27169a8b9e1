import {stat} from 'node:fs/promises';
import {catalogue} from './catalogue';
import {rebuildBases, type RebuildRequest} from './rebuild';
import type {RebuiltBase} from './types';

interface RebuildCommandOptions extends RebuildRequest {
  /** None: every base of the catalogue. */
  refs: readonly string[];
  /** Takes one line of the result. */
  print: (line: string) => void;
}

/** Rebuilds bases and prints what came out, two lines each. */
export async function rebuildCommand(options: RebuildCommandOptions): Promise<void> {
  const here = catalogue.filter(({platforms}) => platforms.includes(options.platform));
  const refs = options.refs.length > 0 ? options.refs : here.map(({ref}) => ref);
  for (const base of await rebuildBases(refs, options)) options.print(await describe(base));
}

/** Prints the catalogue: names, platforms, and how each rebuilt base is known to differ. */
export function listBases(print: (line: string) => void): void {
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

import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {copyIndex} from '../../../../src/copies/copyIndex';
import type {CopyRevision} from '../../../../src/copies/model';
import {bundleCheck, type Bundled} from './bundle';

/** Where readers fetch the check and its index, below the site's base URL. Scripts have these addresses: never change one. */
export const CHECK_FILE = 'tools/check-copies.mjs';
export const INDEX_FILE = 'tools/check-copies.json';

/**
 * Writes the file to download, its SHA-256, and the index alone.
 *
 * @param outDir - Absolute path of the built site
 * @param revisions - All that were ever published, oldest first
 * @param asOf - Day of the newest, `2026-12-01`
 */
export async function publishCheck(
  outDir: string,
  revisions: readonly CopyRevision[],
  asOf: string | null,
): Promise<Bundled> {
  const index = copyIndex(revisions, asOf);
  const indexFile = path.join(outDir, INDEX_FILE);
  mkdirSync(path.dirname(indexFile), {recursive: true});
  writeFileSync(indexFile, JSON.stringify(index));
  return bundleCheck(path.join(outDir, CHECK_FILE), index);
}

import {readdirSync} from 'node:fs';
import path from 'node:path';

/** Folders of revisions: their bytes are the ledger's, and stay as they are. */
const REVISIONS = new Set(['s', 'x', 'c', 'g']);

/** @returns Paths of all pages of a built site but for revisions, relative to it, in order */
export function htmlFiles(outDir: string): string[] {
  return readdirSync(outDir, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.html') && !REVISIONS.has(file.split(path.sep)[0] ?? ''))
    .sort();
}

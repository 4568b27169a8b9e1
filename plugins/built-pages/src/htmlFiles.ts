import {readdirSync} from 'node:fs';
import path from 'node:path';
import {KINDS} from '../../permalinks/src/model';

/** @returns Paths of all pages of a built site but for revisions, whose bytes are the ledger's; relative to it, in order */
export function htmlFiles(outDir: string): string[] {
  return readdirSync(outDir, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.html') && !((file.split(path.sep)[0] ?? '') in KINDS))
    .sort();
}

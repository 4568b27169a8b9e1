import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {countBlocks, type BlockCount} from './countBlocks';

/**
 * Counts the code blocks of every built page.
 *
 * @param outDir - Absolute path of the built site
 * @throws Error listing every block that has no published state
 */
export function checkBuild(outDir: string): BlockCount {
  const count: BlockCount = {byState: new Map(), unproved: []};
  for (const entry of readdirSync(outDir, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile() || !entry.name.endsWith('.html')) continue;
    const file = path.join(entry.parentPath, entry.name);
    countBlocks(readFileSync(file, 'utf8'), path.relative(outDir, file), count);
  }
  if (count.unproved.length === 0) return count;
  const blocks = count.unproved.map(({page, state, text}) => `  ${page}: state ${state}: ${text}`);
  throw new Error(
    [
      `${count.unproved.length} code blocks of the built site have no published state:`,
      ...blocks,
      'Embed an example, or give the fence a reason and a last day.',
    ].join('\n'),
  );
}

import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {REVISIONS} from '../recipe/revisions';

const SOURCE = join(__dirname, '..');
const MAKERS = ['apk', 'archive', 'deb', 'make', 'tree'];

/** What a change of layout or comments leaves alone. */
function essence(text: string): string {
  return text.replace(/\/\*\*?[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').replace(/[\s,()]+/g, '');
}

/**
 * A recipe digest covers data, not code. So whoever changes a maker is asked here: do the same recipes still make the
 * same bytes? If not, raise the kind's number in recipe/revisions.ts. Then update this snapshot (vitest -u).
 */
it('makers changed only together with a decision about their revision', () => {
  const makers = MAKERS.flatMap((directory) =>
    readdirSync(join(SOURCE, directory))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${directory}/${name}`),
  ).sort();
  const digests = makers.map((name) => {
    const text = essence(readFileSync(join(SOURCE, name), 'utf8'));
    return [name, createHash('sha256').update(text).digest('hex').slice(0, 12)];
  });
  expect({revisions: REVISIONS, makers: Object.fromEntries(digests) as unknown}).toMatchSnapshot();
});

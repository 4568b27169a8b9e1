import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {unprovedSentences} from './page';

/** Folder of the pages, relative to the site. */
const PAGES = 'docs';

/**
 * @param siteDir - Absolute
 * @returns `file:line: sentence` for every sentence of the guides with a figure or code and no proof
 */
export function audit(siteDir: string): string[] {
  const root = path.join(siteDir, PAGES);
  return readdirSync(root, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.mdx'))
    .sort()
    .flatMap((file) =>
      unprovedSentences(readFileSync(path.join(root, file), 'utf8')).map(
        ({line, sentence}) => `${PAGES}/${file}:${line}: ${sentence}`,
      ),
    );
}

/** `docusaurus examples:audit`. @returns Exit code: 1 when there is such a sentence */
export function auditCommand(siteDir: string): number {
  const found = audit(siteDir);
  process.stdout.write(
    found.length === 0
      ? 'Every sentence with a figure or code has a proof in its section, a link to one, or a reason.\n'
      : `${found.join('\n')}\n\n${found.length} sentences. Put the proof into the section, link to it, or say why not: {/* unproved: reason */}\n`,
  );
  return found.length === 0 ? 0 : 1;
}

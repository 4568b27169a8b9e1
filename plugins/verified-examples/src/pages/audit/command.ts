import {GUIDES, readPages} from '../mdx/pages';
import {unprovedIn} from './page';

/**
 * @param siteDir - Absolute
 * @returns `file:line: sentence` for every sentence of the guides with a figure or code and no proof
 */
export async function audit(siteDir: string): Promise<string[]> {
  const pages = await readPages(siteDir, [GUIDES]);
  return pages.flatMap((page) =>
    unprovedIn(page).map(({line, sentence}) => `${page.file}:${line}: ${sentence}`),
  );
}

/** `docusaurus examples:audit`. @returns Exit code: 1 when there is such a sentence */
export async function auditCommand(siteDir: string): Promise<number> {
  const found = await audit(siteDir);
  process.stdout.write(
    found.length === 0
      ? 'Every sentence with a figure or code has a proof in its section, a link to one, or a reason.\n'
      : `${found.join('\n')}\n\n${found.length} sentences. Put the proof into the section, link to it, or say why not: {/* unproved: reason */}\n`,
  );
  return found.length === 0 ? 0 : 1;
}

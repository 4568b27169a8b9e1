import {readFileSync} from 'node:fs';
import path from 'node:path';
import {ProblemsError} from '../../verified-examples/src/problems';
import {KINDS} from './model';
import {hasPage} from './ledger/builtPages';

const LINK = new RegExp(`\\shref=["']?(/[^"'\\s>#?]*)`, 'g');

/**
 * Docusaurus does not know permanent addresses, so a page may link to one that is not there.
 *
 * @param files - Pages, relative to the built site
 * @param baseUrl - With a slash at both ends
 * @throws ProblemsError with each link of a page to a permanent address that has no file
 */
export function checkPermanentLinks(outDir: string, files: readonly string[], baseUrl: string): void {
  const problems = files.flatMap((file) => {
    const html = readFileSync(path.join(outDir, file), 'utf8');
    const links = new Set([...html.matchAll(LINK)].flatMap(([, href]) => href ?? []));
    return [...links]
      .filter((href) => href.startsWith(baseUrl))
      .map((href) => href.slice(baseUrl.length - 1))
      .filter((address) => isPermanent(address) && !hasPage(outDir, address))
      .map((address) => ({file, message: `${address} was never published`}));
  });
  if (problems.length > 0) {
    throw new ProblemsError(
      'Pages link to permanent addresses that are not there',
      problems,
      'Take the address from ledger/published.ndjson, or the short one without what follows the @.',
    );
  }
}

function isPermanent(address: string): boolean {
  const [, kind = '', id] = address.split('/');
  return kind in KINDS && id !== undefined;
}

import type {Addresses} from '../../../verified-examples/src/pages/publish/addresses';
import {REPRODUCE} from '../../../verified-examples/src/pages/publish/archive';
import {parseAddress} from '../ledger/address';
import {revisionAddress} from '../model';
import type {Subject} from './subject';

/**
 * Makes a function that turns links of a page into those of a revision: to revisions of what is linked, so that they too
 * keep their meaning, and to files beside it. All are relative: they work on any host, below any path, and from a folder.
 *
 * @param subjects - Everything that has revisions
 * @param baseUrl - Of the site, with a slash at both ends
 */
export function revisionLinks(
  subjects: readonly Subject[],
  baseUrl: string,
  addresses: Addresses,
): (subject: Subject, href: string) => string {
  const byPage = new Map(subjects.filter(({kind}) => kind !== 'c').map((one) => [one.page, one]));
  return (subject, href) => {
    if (!href.startsWith(baseUrl)) return href;
    const [page = '', anchor] = href.slice(baseUrl.length - 1).split('#');
    const file = fileOf(subject, page, addresses);
    if (file !== undefined) return `${beside(subject)}/${file}`;
    const target = byPage.get(page);
    // In a folder, the page of a revision has its ending.
    if (parseAddress(page)?.digits !== undefined)
      return `..${page}.html${anchor === undefined ? '' : `#${anchor}`}`;
    if (target === undefined) return `..${href.slice(baseUrl.length - 1)}`;
    const to = target === subject ? '' : `..${revisionAddress(target)}.html`;
    return anchor === undefined ? to || '#' : `${to}#${anchor}`;
  };
}

/** Folder of a revision's files, relative to its page. */
export function beside(subject: Subject): string {
  return revisionAddress(subject).slice(`/${subject.kind}/`.length);
}

/** Path of a file of the revision that a page of the site links to. */
function fileOf({examples}: Subject, page: string, addresses: Addresses): string | undefined {
  for (const {id, context} of examples) {
    if (page === addresses.zip(id)) return `${id}.zip`;
    if (page === addresses.reproduce(id)) return REPRODUCE;
    const raw = context.find(({path}) => page === addresses.raw(id, path));
    if (raw !== undefined) return `${id}.zip`;
  }
  return undefined;
}

/** Commands that start from the archive beside a revision, which has no host to fetch it from. */
export function withoutDownload(commands: string): string {
  return commands.replace(/^curl -fLO \S+\/(\S+\.zip)$/gm, '# Download $1 from this page first.');
}

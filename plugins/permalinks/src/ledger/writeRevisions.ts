import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {pack, type Packed} from '../../../verified-examples/src/pages/publish/archive';
import {messageOf} from '../../../verified-examples/src/messageOf';
import {ProblemsError, type Problem} from '../../../verified-examples/src/problems';
import {NOTICE, revisionAddress, shortAddress, type State} from '../model';
import {parseAddress} from './address';
import {readBlob, sha256Of} from './blobs';
import {hasPage} from './builtPages';
import {checkStates, slotsOf} from './checkStates';
import {escapeHtml} from './html';
import {NOTICE_STYLE, noticeOf, unpublishedNotice} from './notice';
import type {Ledger} from './readLedger';
import {shortPage} from './shortPage';
import {destinationOf, type Revision, type Subject} from './subjects';

/** SHA-256 of each file that was written, by its path in the built site. */
export type Written = ReadonlyMap<string, string>;

/**
 * Writes every revision of the ledger into the built site, byte for byte but for what became of it, and a page at each short
 * address that leads on. States that the ledger does not have are written too, and say so.
 *
 * @param baseUrl - Where the site stands, with a slash at its end: a path, or with the origin where it is known
 * @param current - What the site shows now
 * @throws ProblemsError when a ZIP packed again is not what was published, or an address leads to a page that is not there
 */
export function writeRevisions(
  outDir: string,
  baseUrl: string,
  ledger: Ledger,
  current: readonly State[],
): Written {
  const problems = checkStates(current);
  if (problems.length > 0) throw new ProblemsError('Revisions are not written', problems);
  const written = new Map<string, string>();
  const folders = new Set<string>();
  const write: Write = (address, file, bytes) => {
    const at = `${address.slice(1)}${file}`;
    const target = path.join(outDir, at);
    const folder = path.dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, {recursive: true});
    folders.add(folder);
    writeFileSync(target, bytes);
    written.set(at, sha256Of(Buffer.from(bytes)));
  };
  const shown = new Map(current.map((state) => [shortAddress(state), state]));
  for (const subject of ledger.subjects.values()) {
    const state = shown.get(subject.short);
    for (const revision of subject.revisions)
      problems.push(...writePublished({ledger, subject, revision, shown: state, baseUrl, write}));
    problems.push(...writeShort(outDir, baseUrl, ledger, subject, shown, write));
  }
  for (const state of current) {
    const subject = ledger.subjects.get(shortAddress(state));
    if (subject?.revisions.some(({published}) => published.address === revisionAddress(state)) !== true)
      problems.push(...writeUnpublished(state, subject, baseUrl, write));
    if (subject === undefined) problems.push(...writeUnpublishedShort(outDir, baseUrl, state, write));
  }
  if (problems.length > 0) throw new ProblemsError('Permanent addresses do not hold', problems);
  return written;
}

/**
 * Looks once more, when all steps of the build are done, at what {@link writeRevisions} wrote.
 *
 * @throws ProblemsError with each file that is gone or was changed since
 */
export function checkWritten(outDir: string, written: Written): void {
  const problems = [...written].flatMap(([file, sha256]): Problem[] => {
    try {
      const same = sha256Of(readFileSync(path.join(outDir, file))) === sha256;
      return same ? [] : [{file, message: 'a step of the build changed it after it was written'}];
    } catch (error) {
      return [{file, message: `it is missing: ${(error as NodeJS.ErrnoException).code ?? messageOf(error)}`}];
    }
  });
  if (problems.length > 0)
    throw new ProblemsError(
      'The built site does not have the published revisions as they were written',
      problems,
    );
}

/** Its front matter names the revision itself, which is no change. */
function bodyOf(markdown: string): string {
  return markdown.replace(/^---\n[\s\S]*?\n---\n+/, '');
}

type Write = (address: string, file: string, bytes: Uint8Array | string) => void;

interface PublishedPage {
  ledger: Ledger;
  subject: Subject;
  revision: Revision;
  shown: State | undefined;
  baseUrl: string;
  write: Write;
}

function writePublished({ledger, subject, revision, shown, baseUrl, write}: PublishedPage): Problem[] {
  const {address, files, archives} = revision.published;
  const blob = (sha256: string) => readBlob(ledger.dir, sha256);
  for (const [file, sha256] of Object.entries(files)) {
    if (file !== '.html') write(address, file, blob(sha256));
    else {
      const notice = noticeOf({
        subject,
        revision,
        shown,
        destination: destinationOf(ledger.subjects, subject.short),
        markdownOf: ({published}) => bodyOf(blob(published.files['.md'] ?? '').toString('utf8')),
      });
      write(address, file, fill(blob(sha256), headOf(baseUrl, subject, revision), notice));
    }
  }
  return Object.entries(archives).flatMap(([file, {sha256, files: inner}]): Problem[] => {
    const packed = Object.entries(inner).map(([at, {sha256: name, executable}]): Packed => ({
      path: at,
      bytes: blob(name),
      executable,
    }));
    const zip = pack(packed);
    write(address, file, zip);
    const sum = sha256Of(zip);
    if (sum === sha256) return [];
    const message = `packed again its SHA-256 is ${sum}, published was ${sha256}: fflate or archive.ts packs otherwise than it did`;
    return [{file: `${address}${file}`, message}];
  });
}

function writeShort(
  outDir: string,
  baseUrl: string,
  {subjects}: Ledger,
  {short, current}: Subject,
  shown: ReadonlyMap<string, State>,
  write: Write,
): Problem[] {
  const moved = destinationOf(subjects, short);
  const state = shown.get(moved ?? short);
  const to = state?.page ?? moved;
  const {title, address, key} = current.published;
  // What leads on to another state needs no warning of this one.
  const stands = moved === undefined && (state === undefined || state.key === key);
  const page = {short, title, to, revision: address, withdrawn: stands ? current.withdrawn : undefined};
  write(short, '.html', shortPage(page, baseUrl));
  return leadsNowhere(outDir, short, to);
}

function writeUnpublishedShort(outDir: string, baseUrl: string, state: State, write: Write): Problem[] {
  const short = shortAddress(state);
  const page = {short, title: state.title, to: state.page, revision: revisionAddress(state)};
  write(short, '.html', shortPage(page, baseUrl));
  return leadsNowhere(outDir, short, state.page);
}

/** Another short address has a page of its own, which is written in any order. */
function leadsNowhere(outDir: string, short: string, to: string | undefined): Problem[] {
  if (to === undefined || parseAddress(to) !== undefined || hasPage(outDir, to)) return [];
  return [{file: short, message: `it leads to ${to}, and the built site has no such page`}];
}

function writeUnpublished(
  state: State,
  subject: Subject | undefined,
  baseUrl: string,
  write: Write,
): Problem[] {
  const address = revisionAddress(state);
  if (state.files.length === 0)
    return [{file: address, message: 'it has no files, and the ledger has none of it'}];
  const links = headLinks(baseUrl, {
    canonical: address,
    'predecessor-version': subject?.current.published.address,
  });
  for (const {path: file, bytes} of state.files)
    write(
      address,
      file,
      file === '.html' ? fill(Buffer.from(bytes), links, unpublishedNotice(state, subject)) : bytes,
    );
  for (const {path: file, files} of state.archives) write(address, file, pack(files));
  return [];
}

/** https://www.rfc-editor.org/rfc/rfc5829#section-3 */
function headOf(baseUrl: string, {current}: Subject, {published, predecessor, superseded}: Revision): string {
  return headLinks(baseUrl, {
    canonical: published.address,
    'latest-version': current.published.address,
    'predecessor-version': predecessor?.published.address,
    'successor-version': superseded?.by.published.address,
  });
}

function headLinks(baseUrl: string, links: Readonly<Record<string, string | undefined>>): string {
  const tags = Object.entries(links).flatMap(([rel, address]) =>
    address === undefined ? [] : [`<link rel="${rel}" href="${escapeHtml(baseUrl)}${address.slice(1)}">`],
  );
  return `${tags.join('')}${NOTICE_STYLE}`;
}

/** Puts both into the stored bytes, which are else as they were published. */
function fill(html: Buffer, head: string, notice: string): Buffer {
  const at = slotsOf(html);
  return Buffer.concat([
    html.subarray(0, at.head),
    Buffer.from(head),
    html.subarray(at.head, at.notice),
    Buffer.from(notice),
    html.subarray(at.notice + NOTICE.length),
  ]);
}

import {type Problem} from '../../../verified-examples/src/problems';
import {KINDS, NOTICE, revisionAddress, shortAddress, type State} from '../model';
import {ID, isFilePath, isRelativePath, isSitePath, KEY} from './address';
import {checkPaths} from './checkEntries';

const HEAD_END = '</head>';

/** @returns What keeps states from being published or written, whatever the ledger says; their address is the file of a problem */
export function checkStates(states: readonly State[]): Problem[] {
  const shorts = states.map(shortAddress);
  return states.flatMap((state, index) => {
    const messages = [
      ...(shorts.indexOf(shortAddress(state)) === index ? [] : ['two states have this address']),
      ...checkState(state),
    ];
    return messages.map((message) => ({file: revisionAddress(state), message}));
  });
}

/** Where something goes into the HTML of a revision. @throws Error when there is no such place, or more than one notice */
export function slotsOf(html: Buffer): {head: number; notice: number} {
  const [head, notice] = [html.indexOf(HEAD_END), html.indexOf(NOTICE)];
  if (head < 0) throw new Error(`its .html has no ${HEAD_END}`);
  if (notice < head || html.indexOf(NOTICE, notice + 1) >= 0)
    throw new Error(`its .html has to have ${NOTICE} once, in the body`);
  return {head, notice};
}

function checkState({kind, id, key, title, page, provedAt, files, archives}: State): string[] {
  const paths = [...files, ...archives].map(({path}) => path);
  const html = files.find(({path}) => path === '.html');
  return [
    ...(kind in KINDS ? [] : [`"${kind}" is no kind; there are ${Object.keys(KINDS).join(', ')}`]),
    ...(ID.test(id) ? [] : [`"${id}" is no id: lower case letters, digits, - and .`]),
    ...(KEY.test(key) ? [] : [`"${key}" is no key: 64 hex digits`]),
    ...(title === '' ? ['it has no title'] : []),
    ...(isSitePath(page) ? [] : [`"${page}" is no path of a page`]),
    ...(/^\d{4}-\d\d-\d\dT.*Z$/.test(provedAt) && !Number.isNaN(Date.parse(provedAt))
      ? []
      : [`"${provedAt}" is no moment in UTC`]),
    ...paths.filter((path) => !isFilePath(path)).map((path) => `"${path}" can't be a file of a revision`),
    ...archives.flatMap((archive) =>
      checkInner(
        archive.path,
        archive.files.map(({path}) => path),
      ),
    ),
    // A state that was published may come without its files: they are in the ledger.
    ...(paths.length === 0 ? [] : checkPaths(paths)),
    ...(html === undefined ? [] : checkSlots(Buffer.from(html.bytes))),
  ];
}

function checkInner(archive: string, paths: readonly string[]): string[] {
  return [
    ...(paths.length === 0 ? [`${archive} is empty`] : []),
    ...paths
      .filter((path) => !isRelativePath(path))
      .map((path) => `${archive}: "${path}" can't be a file of an archive`),
    ...paths
      .filter((path, index) => paths.indexOf(path) !== index)
      .map((path) => `${archive} has two files ${path}`),
  ];
}

function checkSlots(html: Buffer): string[] {
  try {
    slotsOf(html);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

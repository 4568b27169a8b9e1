import type {Entry, Published} from '../model';
import {parseAddress, shortOf} from './address';
import {destinationOf, subjectsOf} from './subjects';

/** What is wrong with an entry, by its index. */
export interface Wrong {
  index: number;
  message: string;
}

/** What is known after some entries. */
interface Known {
  /** By address of a revision: index of the entry that published it. */
  published: Map<string, {index: number; key: string}>;
  /** Short addresses of these. */
  shorts: Set<string>;
  withdrawn: Set<string>;
  /** By short address: index of the entry. */
  moved: Map<string, number>;
}

/**
 * Holds entries against each other: an address is given once and only to what it names, entries name what was published before
 * them, moments do not go back, what moved is not used again and leads somewhere.
 *
 * @param lineOf - Line of an entry, to name one in a message
 */
export function checkEntries(entries: readonly Entry[], lineOf: (index: number) => number): Wrong[] {
  const known: Known = {published: new Map(), shorts: new Set(), withdrawn: new Set(), moved: new Map()};
  const wrong: Wrong[] = [];
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1];
    const messages = [
      ...(before !== undefined && Date.parse(entry.on) < Date.parse(before.on)
        ? [`it is of ${entry.on}, before the line above it, of ${before.on}`]
        : []),
      ...(entry.event === 'published'
        ? checkPublished(entry, known, lineOf)
        : checkNamed(entry, known, lineOf)),
    ];
    wrong.push(...messages.map((message) => ({index, message})));
    note(entry, index, known);
  }
  return [...wrong, ...checkMoves(entries)];
}

/** Paths of one revision that cannot stand beside each other in a folder, and those that it must have. */
export function checkPaths(paths: readonly string[]): string[] {
  const missing = ['.html', '.md'].filter((path) => !paths.includes(path));
  const twice = paths.filter((path, index) => paths.indexOf(path) !== index);
  const folders = paths.filter((path) => paths.some((other) => other.startsWith(`${path}/`)));
  return [
    ...missing.map((path) => `it has no ${path}`),
    ...twice.map((path) => `it has two files ${path}`),
    ...folders.map((path) => `${path} is a file and a folder`),
  ];
}

function checkPublished(
  entry: Published,
  {published, moved}: Known,
  lineOf: (index: number) => number,
): string[] {
  const {address, key} = entry;
  const first = published.get(address);
  const gone = moved.get(shortOf(address));
  return [
    ...(parseAddress(address)?.digits === key.slice(0, 12)
      ? []
      : [`${address} is not the address of the key ${key}`]),
    ...(first === undefined
      ? []
      : [
          first.key === key
            ? `${address} was published before, on line ${lineOf(first.index)}`
            : `${address} is the address of another state, on line ${lineOf(first.index)}: their keys begin alike`,
        ]),
    ...(gone === undefined
      ? []
      : [`${shortOf(address)} moved on line ${lineOf(gone)} and can't be used for something else`]),
    ...checkPaths([...Object.keys(entry.files), ...Object.keys(entry.archives)]).map(
      (message) => `${address}: ${message}`,
    ),
  ];
}

function checkNamed(
  entry: Exclude<Entry, {event: 'published'}>,
  {published, shorts, withdrawn, moved}: Known,
  lineOf: (index: number) => number,
): string[] {
  if (entry.event === 'corrected') return [];
  const {address} = entry;
  if (!(entry.event === 'moved' ? shorts : published).has(address))
    return [`${address} was not published before`];
  if (entry.event !== 'moved' && withdrawn.has(address)) return [`${address} was withdrawn before`];
  const gone = entry.event === 'proved' ? moved.get(shortOf(address)) : undefined;
  if (gone !== undefined)
    return [`${shortOf(address)} moved on line ${lineOf(gone)} and can't be used for something else`];
  return [];
}

function checkMoves(entries: readonly Entry[]): Wrong[] {
  const subjects = subjectsOf(entries);
  return [...entries.entries()].flatMap(([index, entry]) => {
    // Only the last says where the address leads now.
    if (entry.event !== 'moved' || subjects.get(entry.address)?.moved?.to !== entry.to) return [];
    if (parseAddress(entry.to) !== undefined && !subjects.has(entry.to))
      return [{index, message: `${entry.address} moved to ${entry.to}, which was never published`}];
    if (destinationOf(subjects, entry.address) === undefined)
      return [{index, message: `${entry.address} moved to ${entry.to}, which leads back to it`}];
    return [];
  });
}

function note(entry: Entry, index: number, {published, shorts, withdrawn, moved}: Known): void {
  if (entry.event === 'published') {
    shorts.add(shortOf(entry.address));
    if (!published.has(entry.address)) published.set(entry.address, {index, key: entry.key});
  }
  if (entry.event === 'withdrawn') withdrawn.add(entry.address);
  if (entry.event === 'moved') moved.set(entry.address, index);
}

import type {CopyIndex, CopyState} from './model';

/**
 * Reads an index that came from a file or an address. Checked by hand: a library for it would be two thirds of the file that
 * readers download and are asked to look through.
 *
 * @throws Error with every place that is not as it must be
 */
export function readIndex(text: string): CopyIndex {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('it is not JSON');
  }
  const problems = isObject(value) ? problemsOf(value) : ['it is no object'];
  if (problems.length > 0) throw new Error(problems.join('; '));
  return value as CopyIndex;
}

type Json = Record<string, unknown>;

type Guard = (value: unknown) => boolean;

/** Keys of each state beside `is`. */
const STATES: Readonly<Record<CopyState['is'], Readonly<Record<string, Guard>>>> = {
  current: {},
  superseded: {by: isString, on: isString, why: (why) => why === null || isString(why)},
  moved: {to: isString},
  withdrawn: {why: isString},
};

function problemsOf({format, asOf, lines, files, revisions}: Json): string[] {
  if (format !== 1)
    return [
      `format is ${format === undefined ? 'missing' : JSON.stringify(format)}, and this program reads format 1: take a newer program`,
    ];
  const lineCount = Array.isArray(lines) ? lines.length : 0;
  const fileCount = Array.isArray(files) ? files.length : 0;
  return [
    ...(asOf === null || isString(asOf) ? [] : ['asOf is no day']),
    ...each('lines', lines, isString),
    ...each('files', files, (file) => isFile(file, lineCount)),
    ...each('revisions', revisions, (revision) => isRevision(revision, fileCount)),
  ];
}

function each(name: string, list: unknown, holds: Guard): string[] {
  if (!Array.isArray(list)) return [`${name} is no list`];
  return list.flatMap((one: unknown, at) => (holds(one) ? [] : [`${name}[${at}] is not as it must be`]));
}

function isFile(file: unknown, lineCount: number): boolean {
  if (!isObject(file)) return false;
  const countsIn = (list: unknown) => Array.isArray(list) && list.every((at) => isBelow(at, lineCount));
  return (
    isString(file.sha256) &&
    /^[0-9a-f]{64}$/.test(file.sha256) &&
    countsIn(file.units) &&
    countsIn(file.comments)
  );
}

function isRevision(revision: unknown, fileCount: number): boolean {
  if (!isObject(revision)) return false;
  const {address, title, kind, state, files} = revision;
  return (
    isString(address) &&
    /^\/x\/[a-z0-9.-]+@[0-9a-f]{12}$/.test(address) &&
    isString(title) &&
    (kind === 'recipe' || kind === 'example') &&
    isState(state) &&
    Array.isArray(files) &&
    files.every((file) => isObject(file) && isString(file.path) && isBelow(file.file, fileCount))
  );
}

function isState(state: unknown): boolean {
  if (!isObject(state) || !isString(state.is) || !Object.hasOwn(STATES, state.is)) return false;
  return Object.entries(STATES[state.is as CopyState['is']]).every(([key, holds]) => holds(state[key]));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isBelow(value: unknown, count: number): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < count;
}

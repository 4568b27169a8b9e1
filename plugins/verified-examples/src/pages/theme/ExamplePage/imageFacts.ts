import {formatBytes} from '../../client/format/bytes';
import {formatGo, formatUser} from '../../client/format/facts';
import type {ImageFactsView} from '../../model/views';

type Image = ImageFactsView['image'];

const FACTS: readonly (readonly [name: string, read: (image: Image) => string])[] = [
  ['Size of all files', ({size}) => formatBytes(size)],
  ['Layers', ({layers}) => String(layers)],
  ['User', (image) => formatUser(image) ?? 'unknown'],
  ['Entrypoint', ({entrypoint}) => command(entrypoint)],
  ['Command', ({cmd}) => command(cmd)],
  ['Working directory', ({workdir}) => workdir || '/'],
  ['Operating system', ({os}) => os ?? 'none named'],
  ['C library', ({libc}) => (libc === null ? 'none' : `${libc.kind} ${libc.version}`)],
  ['Packages', ({packageCount}) => String(packageCount)],
  [
    'Root certificates',
    ({caBundle, caRoots}) => (caBundle === null ? 'none' : `${String(caRoots)} in ${caBundle}`),
  ],
  ['Time zones', ({timeZones}) => (timeZones === 0 ? 'none' : String(timeZones))],
  ['hosts line of nsswitch.conf', ({nsswitchHosts}) => nsswitchHosts ?? 'none'],
  ['Shell', ({shell}) => shell ?? 'none'],
  ['Writable /tmp', ({tmp}) => (tmp ? 'yes' : 'no')],
  [
    'Program',
    ({binary}) => (binary === null ? 'none inspected' : `${binary.path}, ${formatBytes(binary.size)}`),
  ],
  ['Linkage', ({binary}) => binary?.linkage ?? 'unknown'],
  ['Interpreter', ({binary}) => binary?.interpreter ?? 'none'],
  ['Needed libraries', ({binary}) => list(binary?.needed ?? [])],
  ['Highest GLIBC version asked for', ({binary}) => binary?.glibcRequired ?? 'none'],
  ['Go', ({binary}) => (binary === null ? 'unknown' : formatGo(binary.go.version))],
  ['CGO_ENABLED', ({binary}) => binary?.go.settings.CGO_ENABLED ?? 'not recorded'],
];

export interface FactRow {
  name: string;
  /** One for each image. */
  values: string[];
}

/** @returns Every fact of an inspection in words, one row a fact, one value an image */
export function imageFacts(images: readonly Image[]): FactRow[] {
  return FACTS.map(([name, read]) => ({name, values: images.map(read)}));
}

function command(words: string[]): string {
  return words.length === 0 ? 'none' : JSON.stringify(words);
}

function list(words: string[]): string {
  return words.length === 0 ? 'none' : words.join(', ');
}

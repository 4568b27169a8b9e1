import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Suite} from '../recipe/types';
import {CannotRebuildError} from '../types';

/** One source of packages that apt of this machine knows, see sources.list(5). */
export interface AptSource {
  uri: string;
  suites: string[];
  components: string[];
  /** Keyring file; undefined: apt's own, or a key in the source itself, which is not taken over. */
  signedBy: string | undefined;
}

/** Where this machine itself gets Debian from, so that a mirror or proxy its owner chose is used here as well. */
interface DebianMirror {
  main: string;
  security: string;
  keyring: string;
}

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Reads apt's sources below `etc` (normally /etc/apt). Throws CannotRebuildError if none of them is Debian's archive. */
export async function findMirror(etc = '/etc/apt'): Promise<DebianMirror> {
  const {sources, files} = await readSources(etc);
  const debian = sources.filter(({components}) => components.includes('main'));
  const security = debian.find(({suites}) => suites.some((suite) => /-security$|\/updates$/.test(suite)));
  const main = debian.find(({suites}) => suites.some((suite) => RELEASES.has(suite)));
  if (!main) {
    throw new CannotRebuildError(
      `${etc}: no source of the Debian archive found (read: ${files.join(', ') || 'no file'}); bases are rebuilt on Debian, with apt's own sources`,
    );
  }
  return {
    main: main.uri,
    security: security?.uri ?? `${main.uri.replace(/\/$/, '')}-security`,
    keyring: KEYRING,
  };
}

const RELEASES = new Set([
  'bullseye',
  'bookworm',
  'trixie',
  'forky',
  'sid',
  'oldoldstable',
  'oldstable',
  'stable',
  'testing',
  'unstable',
]);

/** The machine's own source of a suite, by its name or as stable. */
export function sourceOf(suite: string, sources: readonly AptSource[]): AptSource | undefined {
  return (
    sources.find(({suites}) => suites.includes(suite)) ??
    sources.find(({suites}) => suites.includes('stable'))
  );
}

/** deb822 text that gives a suite with its updates and security fixes; sid gets both as they come. */
export function sourcesText(suite: Suite, {main, security, keyring}: DebianMirror): string {
  if (suite === 'sid') return stanza(main, [suite], keyring);
  return [
    stanza(main, [suite, `${suite}-updates`], keyring),
    stanza(security, [`${suite}-security`], keyring),
  ].join('\n');
}

/** deb822 text of one source of Debian's main component. */
export function stanza(uri: string, suites: readonly string[], signedBy: string | undefined): string {
  const signed = signedBy === undefined ? '' : `Signed-By: ${signedBy}\n`;
  return `Types: deb\nURIs: ${uri}\nSuites: ${suites.join(' ')}\nComponents: main\n${signed}`;
}

/** All sources below a folder, and the files that they are from; none where there is no such folder. */
export async function readSources(etc = '/etc/apt'): Promise<{sources: AptSource[]; files: string[]}> {
  const parts = await readdir(join(etc, 'sources.list.d')).catch(() => []);
  const names = ['sources.list', ...parts.sort().map((name) => join('sources.list.d', name))];
  const read = names
    .filter((name) => /\.(list|sources)$/.test(name))
    .map(async (name) => ({name, text: await readFile(join(etc, name), 'utf8').catch(() => '')}));
  const texts = (await Promise.all(read)).filter(({text}) => text !== '');
  return {
    sources: texts.flatMap(({name, text}) =>
      name.endsWith('.sources') ? parseDeb822(text) : parseList(text),
    ),
    files: texts.map(({name}) => name),
  };
}

/** Parses stanzas of `Field: value`. */
export function parseDeb822(text: string): AptSource[] {
  const stanzas = text.replace(/^#.*\n/gm, '').split(/\n\s*\n/);
  return stanzas.flatMap((one) => {
    const words = (name: string): string[] => {
      const value = new RegExp(`^${name}:(.*(?:\\n[ \\t].*)*)`, 'im').exec(one)?.[1] ?? '';
      return value.split(/\s+/).filter(Boolean);
    };
    const isOff = words('Enabled')[0]?.toLowerCase() === 'no' || !words('Types').includes('deb');
    const [key] = words('Signed-By');
    const signedBy = key?.startsWith('/') === true ? key : undefined;
    const uris = isOff ? [] : words('URIs');
    return uris.map((uri) => ({uri, suites: words('Suites'), components: words('Components'), signedBy}));
  });
}

/** Parses the one-line format, `deb [options] URI SUITE COMPONENT…`. */
export function parseList(text: string): AptSource[] {
  return text.split('\n').flatMap((line) => {
    const match = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s*(.*)$/.exec(line);
    const [, options = '', uri, suite, components = ''] = match ?? [];
    if (uri === undefined || suite === undefined) return [];
    const signedBy = /(?:^|\s)signed-by=(\S+)/i.exec(options)?.[1];
    return [{uri, suites: [suite], components: components.split(/\s+/).filter(Boolean), signedBy}];
  });
}

import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Suite} from '../recipe/types';
import {CannotRebuildError} from '../types';

/** Where this machine itself gets Debian from, so that a mirror or proxy its owner chose is used here as well. */
export interface DebianMirror {
  main: string;
  security: string;
  keyring: string;
}

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Reads apt's sources below `etc` (normally /etc/apt). Throws CannotRebuildError if none of them is Debian's archive. */
export async function findMirror(etc = '/etc/apt'): Promise<DebianMirror> {
  const texts = await readSources(etc);
  const entries = texts.flatMap(({name, text}) => (name.endsWith('.sources') ? deb822(text) : oneLine(text)));
  const debian = entries.filter(({components}) => components.includes('main'));
  const security = debian.find(({suites}) => suites.some((suite) => /-security$|\/updates$/.test(suite)));
  const main = debian.find(({suites}) => suites.some((suite) => RELEASES.has(suite)));
  if (!main) {
    const files = texts.map(({name}) => name).join(', ') || 'no file';
    throw new CannotRebuildError(
      `${etc}: no source of the Debian archive found (read: ${files}); bases are rebuilt on Debian, with apt's own sources`,
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

/** deb822 text that gives a suite with its updates and security fixes. */
export function sourcesText(suite: Suite, mirror: DebianMirror): string {
  const stanza = (uri: string, suites: string) =>
    `Types: deb\nURIs: ${uri}\nSuites: ${suites}\nComponents: main\nSigned-By: ${mirror.keyring}\n`;
  return `${stanza(mirror.main, `${suite} ${suite}-updates`)}\n${stanza(mirror.security, `${suite}-security`)}`;
}

interface Entry {
  uri: string;
  suites: string[];
  components: string[];
}

async function readSources(etc: string): Promise<{name: string; text: string}[]> {
  const parts = await readdir(join(etc, 'sources.list.d')).catch(() => []);
  const names = ['sources.list', ...parts.sort().map((name) => join('sources.list.d', name))];
  const read = names
    .filter((name) => /\.(list|sources)$/.test(name))
    .map(async (name) => ({name, text: await readFile(join(etc, name), 'utf8').catch(() => '')}));
  return (await Promise.all(read)).filter(({text}) => text !== '');
}

function deb822(text: string): Entry[] {
  const stanzas = text.replace(/^#.*\n/gm, '').split(/\n\s*\n/);
  return stanzas.flatMap((stanza) => {
    const field = (name: string) => new RegExp(`^${name}:(.*(?:\\n[ \\t].*)*)`, 'im').exec(stanza)?.[1] ?? '';
    const words = (name: string) => field(name).split(/\s+/).filter(Boolean);
    const disabled = field('Enabled').trim() === 'no';
    const [uri] = words('URIs');
    if (uri === undefined || disabled || !words('Types').includes('deb')) return [];
    return [{uri, suites: words('Suites'), components: words('Components')}];
  });
}

function oneLine(text: string): Entry[] {
  return text.split('\n').flatMap((line) => {
    const match = /^deb\s+(?:\[[^\]]*\]\s+)?(\S+)\s+(\S+)\s+(.+)$/.exec(line.trim());
    if (!match) return [];
    const [, uri = '', suite = '', components = ''] = match;
    return [{uri, suites: [suite], components: components.split(/\s+/)}];
  });
}

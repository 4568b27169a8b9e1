import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

export interface DebianSource {
  uri: string;
  suites: string[];
  signedBy: string | undefined;
}

/** Parses the one-line format, `deb [options] URI SUITE COMPONENT…`, see sources.list(5). */
export function parseList(text: string): DebianSource[] {
  return text.split('\n').flatMap((line) => {
    const match = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)/.exec(line);
    const [, options = '', uri, suite] = match ?? [];
    return uri === undefined || suite === undefined
      ? []
      : [{uri, suites: [suite], signedBy: /(?:^|\s)signed-by=(\S+)/i.exec(options)?.[1]}];
  });
}

/** Parses the deb822 format: stanzas of `Field: value`, see sources.list(5). An embedded key is not taken over. */
export function parseDeb822(text: string): DebianSource[] {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .split(/\n\s*\n/)
    .flatMap((stanza) => {
      const field = (name: string): string[] =>
        new RegExp(`^${name}:[ \\t]*(.*)$`, 'im')
          .exec(stanza)?.[1]
          ?.split(/\s+/)
          .filter((word) => word !== '') ?? [];
      const off = field('Enabled')[0]?.toLowerCase() === 'no' || !field('Types').includes('deb');
      const signedBy = field('Signed-By').find((value) => value.startsWith('/'));
      return off ? [] : field('URIs').map((uri) => ({uri, suites: field('Suites'), signedBy}));
    });
}

/** The machine's own source of a suite: its mirror, so that nothing here needs to know one. */
export function sourceOf(
  codename: string,
  sources: readonly DebianSource[],
): Pick<DebianSource, 'uri' | 'signedBy'> | undefined {
  return (
    sources.find(({suites}) => suites.includes(codename)) ??
    sources.find(({suites}) => suites.includes('stable'))
  );
}

/** All sources of this machine. */
export function readSources(directory = '/etc/apt'): DebianSource[] {
  const parts = join(directory, 'sources.list.d');
  const files = [join(directory, 'sources.list'), ...list(parts).map((name) => join(parts, name))];
  return files.flatMap((file) => {
    const parse = file.endsWith('.sources') ? parseDeb822 : file.endsWith('.list') ? parseList : () => [];
    return parse(read(file));
  });
}

function list(directory: string): string[] {
  try {
    return readdirSync(directory).sort();
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

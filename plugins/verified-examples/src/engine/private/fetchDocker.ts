import {mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {ask, whyFailed, type Cli} from '../cli/cli';
import {atLeast} from '../versions';
import {readSources, sourceOf, type DebianSource} from './debianSources';

/** Oldest Docker worth fetching; named contexts need 23. */
const WANTED = [23, 0];
/** The suite taken where the machine's own has only an older one: the first stable Debian with Docker 26. */
const NEWER_SUITE = 'trixie';
/** runc is taken from the machine's own suite: a newer one is linked against a newer C library. */
const NEWER = ['docker.io', 'docker-cli', 'docker-buildx', 'containerd'];
const OWN = ['runc'];
const FETCH_MS = 10 * 60_000;

export interface FetchOptions {
  /** Directory that the packages are unpacked into; made whole or not at all. */
  target: string;
  signal: AbortSignal;
  onProgress: (line: string) => void;
}

/**
 * Unpacks Docker from Debian's packages into a directory. Nothing is installed: apt works on lists and a cache of its own
 * and only downloads (and checks signatures), dpkg-deb only unpacks.
 * @throws Error with what could not be had
 */
export async function fetchDocker({target, signal, onProgress}: FetchOptions): Promise<void> {
  mkdirSync(dirname(target), {recursive: true});
  const work = mkdtempSync(`${target}-fetch-`);
  const tool = tools(work, signal);
  try {
    const {codename, source} = machineSource();
    const apt = aptArguments(work, codename, source);
    onProgress('fetching a container engine from the Debian packages (nothing is installed)');
    await tool(['apt-get', ...apt, 'update']);
    const suite = suiteWithDocker(await tool(['apt-cache', ...apt, 'madison', 'docker.io']), codename);
    const packages = [
      ...NEWER.map((name) => `${name}/${suite}`),
      ...OWN.map((name) => `${name}/${codename}`),
    ];
    await tool(['apt-get', ...apt, 'download', ...packages]);
    for (const archive of readdirSync(work).filter((name) => name.endsWith('.deb'))) {
      await tool(['dpkg-deb', '--extract', archive, 'root']);
    }
    renameSync(join(work, 'root'), target);
  } finally {
    rmSync(work, {recursive: true, force: true});
  }
}

/**
 * Of the suites that offer docker.io, the machine's own when it is new enough, else the newer one.
 * @param madison output of `apt-cache madison docker.io`
 */
export function suiteWithDocker(madison: string, codename: string): string {
  const offers = [...madison.matchAll(/^\s*docker\.io \| (\S+) \| \S+ ([^/\s]+)\//gm)].map(
    ([, version = '', suite = '']) => ({version, suite}),
  );
  const usable = offers.filter(({version}) => atLeast(version, WANTED)).map(({suite}) => suite);
  const suite = usable.find((name) => name === codename) ?? usable[0];
  if (suite === undefined) {
    const found = offers.map(({version, suite: name}) => `${version} in ${name}`).join(', ');
    throw new Error(`no Debian suite has Docker 23 or newer (found: ${found === '' ? 'none' : found})`);
  }
  return suite;
}

function machineSource(): {codename: string; source: Pick<DebianSource, 'uri' | 'signedBy'>} {
  const release = readFileSync('/etc/os-release', 'utf8');
  const value = (name: string): string =>
    new RegExp(`^${name}="?([^"\\n]*)"?$`, 'm').exec(release)?.[1] ?? '';
  if (value('ID') !== 'debian') {
    throw new Error(
      `an engine can be fetched on Debian only, and this is ${value('PRETTY_NAME') || 'unknown'}`,
    );
  }
  const codename = value('VERSION_CODENAME');
  const source = sourceOf(codename, readSources());
  if (source === undefined) {
    throw new Error(`/etc/apt names no source of ${codename} to fetch an engine from`);
  }
  return {codename, source};
}

/** The machine's apt settings hold (a proxy, for example), its lists, cache, sources and pins do not. */
function aptArguments(
  work: string,
  codename: string,
  source: Pick<DebianSource, 'uri' | 'signedBy'>,
): string[] {
  const sources = join(work, 'debian.sources');
  for (const directory of ['lists/partial', 'cache/archives/partial', 'root']) {
    mkdirSync(join(work, directory), {recursive: true});
  }
  const stanza = [
    'Types: deb',
    `URIs: ${source.uri}`,
    `Suites: ${[...new Set([codename, NEWER_SUITE])].join(' ')}`,
    'Components: main',
    ...(source.signedBy === undefined ? [] : [`Signed-By: ${source.signedBy}`]),
  ];
  writeFileSync(sources, `${stanza.join('\n')}\n`);
  const settings = {
    'Dir::Etc::sourcelist': sources,
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::Etc::preferences': '/dev/null',
    'Dir::Etc::preferencesparts': '/dev/null',
    'Dir::State::lists': join(work, 'lists'),
    'Dir::Cache': join(work, 'cache'),
    'APT::Sandbox::User': 'root',
    'Acquire::Retries': '3',
    'Acquire::Languages': 'none',
    // Only what is asked for: descriptions for software centres would double the download.
    'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled': 'false',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
}

function tools(cwd: string, signal: AbortSignal): (argv: readonly string[]) => Promise<string> {
  const shell: Cli = {prefix: [], env: {LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive'}};
  return async (argv) => {
    const answer = await ask(shell, argv, {signal, timeoutMs: FETCH_MS, cwd});
    if (answer.exit !== 0) {
      const verb = argv.find((word) => /^(?:update|download|madison|--extract)$/.test(word)) ?? '';
      throw new Error(`${argv[0] ?? ''} ${verb}: ${whyFailed(answer, FETCH_MS)}`);
    }
    return answer.stdout;
  };
}

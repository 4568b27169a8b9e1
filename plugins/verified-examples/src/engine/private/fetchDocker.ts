import {mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {makeAptRoot} from '../../../../base-images/src/deb/aptRoot';
import {readSources, sourceOf, stanza, type AptSource} from '../../../../base-images/src/deb/sources';
import {run} from '../../../../base-images/src/machine/run';
import {atLeast} from '../versions';

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
  try {
    const {codename, source} = await machineSource();
    const suites = [...new Set([codename, NEWER_SUITE])];
    const apt = await makeAptRoot({
      ...{root: join(work, 'apt'), architecture: process.arch === 'arm64' ? 'arm64' : 'amd64', signal},
      sources: stanza(source.uri, suites, source.signedBy),
    });
    const env = {...apt, LC_ALL: 'C'};
    const tool = (...argv: [string, ...string[]]) => run(argv, {signal, cwd: work, env, timeoutMs: FETCH_MS});
    onProgress('fetching a container engine from the Debian packages (nothing is installed)');
    await tool('apt-get', '-qq', 'update');
    const suite = suiteWithDocker(await tool('apt-cache', 'madison', 'docker.io'), codename);
    const packages = [
      ...NEWER.map((name) => `${name}/${suite}`),
      ...OWN.map((name) => `${name}/${codename}`),
    ];
    await tool('apt-get', '-qq', 'download', ...packages);
    for (const archive of readdirSync(work).filter((name) => name.endsWith('.deb'))) {
      await tool('dpkg-deb', '--extract', archive, 'root');
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

async function machineSource(): Promise<{codename: string; source: AptSource}> {
  const release = readFileSync('/etc/os-release', 'utf8');
  const value = (name: string): string =>
    new RegExp(`^${name}="?([^"\\n]*)"?$`, 'm').exec(release)?.[1] ?? '';
  if (value('ID') !== 'debian') {
    throw new Error(
      `an engine can be fetched on Debian only, and this is ${value('PRETTY_NAME') || 'unknown'}`,
    );
  }
  const codename = value('VERSION_CODENAME');
  const source = sourceOf(codename, (await readSources()).sources);
  if (source === undefined) {
    throw new Error(`/etc/apt names no source of ${codename} to fetch an engine from`);
  }
  return {codename, source};
}

import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {run} from '../machine/run';

interface AptRootRequest {
  /** Directory of its own; may be there already. */
  root: string;
  /** deb822 text of the sources, the only ones that count. */
  sources: string;
  /** Debian's name of it. */
  architecture: string;
  signal: AbortSignal;
}

/** Makes apt's tools work on a root of their own. */
export type AptEnvironment = Readonly<Record<'APT_CONFIG', string>>;

/**
 * Makes a root of apt with lists, cache and sources of its own. Of this machine's settings only those of downloads hold,
 * its packages, pins and hooks do not.
 * @returns What to run apt's tools with
 */
export async function makeAptRoot(request: AptRootRequest): Promise<AptEnvironment> {
  const {root, architecture, signal} = request;
  const config = join(root, 'apt.conf');
  for (const directory of ['lists/partial', 'archives/partial', 'etc']) {
    await mkdir(join(root, directory), {recursive: true});
  }
  await writeFile(join(root, 'status'), '');
  await writeFile(join(root, 'etc/debian.sources'), request.sources);
  const inherited = await acquireSettings(signal);
  await writeFile(config, [...settings(root, architecture), ...inherited, ''].join('\n'));
  return {APT_CONFIG: config};
}

function settings(root: string, architecture: string): string[] {
  const values = {
    'Dir::State': root,
    'Dir::State::lists': join(root, 'lists'),
    'Dir::State::status': join(root, 'status'),
    'Dir::Cache': root,
    'Dir::Cache::archives': join(root, 'archives'),
    'Dir::Etc': join(root, 'etc'),
    'Dir::Etc::sourcelist': '/dev/null',
    'Dir::Etc::sourceparts': join(root, 'etc'),
    'Dir::Etc::parts': '/dev/null',
    'APT::Architecture': architecture,
    // Else apt asks dpkg, which names this machine's own.
    'APT::Architectures': architecture,
    'APT::Sandbox::User': 'root',
    'Acquire::Retries': '3',
    'Acquire::Languages': 'none',
  };
  return Object.entries(values).map(([name, value]) => `${name} "${value}";`);
}

/** How this machine downloads (proxies, timeouts), without its hooks. */
export async function acquireSettings(signal: AbortSignal): Promise<string[]> {
  const dump = await run(['apt-config', 'dump'], {signal});
  return dump
    .split('\n')
    .filter((line) => /^Acquire::(?!Languages|GzipIndexes|IndexTargets|CompressionTypes)/.test(line));
}

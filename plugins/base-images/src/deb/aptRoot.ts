import {mkdir, readdir, rename, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {withScratch} from '../machine/atomic';
import {withLock} from '../machine/lock';
import {run} from '../machine/run';
import type {Suite} from '../recipe/types';
import type {Workshop} from '../make/workshop';
import {findMirror, sourcesText} from './sources';

/** Lists older than this are fetched again before a download. */
const FRESH_MS = 60 * 60 * 1000;

/**
 * Downloads packages of a suite, with nothing of this machine's own package state involved; apt checks each against
 * the signed release file. Returns package name to path. Throws if one does not exist.
 */
export async function fetchDebs(
  workshop: Workshop,
  suite: Suite,
  names: readonly string[],
): Promise<Map<string, string>> {
  const root = join(workshop.cache, 'apt', `${suite}-${workshop.platform.debian}`);
  return withLock(join(root, 'lock'), workshop.signal, async () => {
    const debs = join(root, 'debs');
    await mkdir(debs, {recursive: true});
    const present = await inStore(debs);
    const missing = names.filter((name) => !present.has(name));
    if (missing.length > 0) {
      const config = await prepare(workshop, suite, root);
      workshop.onProgress(`${suite}: downloading ${missing.join(', ')}`);
      await download(workshop, config, missing, debs);
    }
    return new Map([...(await inStore(debs))].filter(([name]) => names.includes(name)));
  });
}

async function inStore(debs: string): Promise<Map<string, string>> {
  const files = (await readdir(debs)).filter((name) => name.endsWith('.deb'));
  return new Map(files.map((name) => [name.slice(0, name.indexOf('_')), join(debs, name)]));
}

async function download(
  workshop: Workshop,
  config: string,
  names: readonly string[],
  debs: string,
): Promise<void> {
  await withScratch(workshop.cache, async (scratch) => {
    await run(['apt-get', '-qq', 'download', ...names], {
      signal: workshop.signal,
      cwd: scratch,
      env: {APT_CONFIG: config},
    });
    for (const name of await readdir(scratch)) await rename(join(scratch, name), join(debs, name));
  });
}

/** A private apt root with lists no older than an hour; returns its configuration file. */
async function prepare(workshop: Workshop, suite: Suite, root: string): Promise<string> {
  const config = join(root, 'apt.conf');
  const lists = join(root, 'lists');
  await Promise.all(
    [join(lists, 'partial'), join(root, 'archives/partial'), join(root, 'etc')].map((directory) =>
      mkdir(directory, {recursive: true}),
    ),
  );
  await writeFile(join(root, 'status'), '');
  await writeFile(join(root, 'etc/debian.sources'), sourcesText(suite, await findMirror()));
  const inherited = await acquireSettings(workshop);
  await writeFile(config, [...settings(root, workshop.platform.debian), ...inherited, ''].join('\n'));
  const stamp = join(root, 'updated');
  const age =
    Date.now() -
    (await stat(stamp).then(
      (found) => found.mtimeMs,
      () => 0,
    ));
  if (age > FRESH_MS) {
    workshop.onProgress(`${suite}: reading package lists`);
    await run(['apt-get', '-qq', 'update'], {signal: workshop.signal, env: {APT_CONFIG: config}});
    await writeFile(stamp, '');
  }
  return config;
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
    'Acquire::Languages': 'none',
  };
  return Object.entries(values).map(([name, value]) => `${name} "${value}";`);
}

/** How this machine downloads (proxies, timeouts), without its hooks. */
export async function acquireSettings(workshop: Workshop): Promise<string[]> {
  const dump = await run(['apt-config', 'dump'], {signal: workshop.signal});
  return dump
    .split('\n')
    .filter((line) => /^Acquire::(?!Languages|GzipIndexes|IndexTargets|CompressionTypes)/.test(line));
}

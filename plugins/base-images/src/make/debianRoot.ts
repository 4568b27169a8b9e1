import {mkdir, readFile, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {acquireSettings} from '../deb/aptRoot';
import {findMirror, sourcesText} from '../deb/sources';
import {installedPackages} from '../deb/status';
import {withScratch} from '../machine/atomic';
import {hashFile} from '../machine/hashFile';
import {run} from '../machine/run';
import type {DebianRootRecipe} from '../recipe/types';
import {writeDirectory} from '../tree/disk';
import {EPOCH, file, merge, type Tree} from '../tree/tree';
import type {WrittenTar} from '../tree/writeTar';
import {filesOf} from './files';
import type {LayerFacts, Workshop} from './workshop';

/** Nothing that mmdebstrap mounts or starts outlives this process: it has its own mounts and its own process tree. */
const CONTAINED = [
  ...['setpriv', '--pdeathsig', 'KILL'],
  ...['unshare', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'],
] as const;

/** Where mmdebstrap's own package has ready-made hooks. */
const HOOKS = '/usr/share/mmdebstrap/hooks';

/** A complete Debian root, installed by apt and dpkg in a chroot. Writes the layer's tar to `destination`. */
export async function makeDebianRoot(
  recipe: DebianRootRecipe,
  workshop: Workshop,
  destination: string,
): Promise<{tar: WrittenTar; facts: LayerFacts}> {
  return withScratch(workshop.cache, async (scratch) => {
    workshop.onProgress(
      `debian ${recipe.suite}: installing ${recipe.packages.length} packages on top of minbase`,
    );
    const sources = join(scratch, 'debian.sources');
    const status = join(scratch, 'status');
    const text = sourcesText(recipe.suite, await findMirror());
    await writeFile(sources, text);
    await writeFile(join(scratch, 'apt.conf'), `${(await acquireSettings(workshop.signal)).join('\n')}\n`);
    await run([...CONTAINED, ...mmdebstrap(recipe, workshop, scratch, destination)], {
      signal: workshop.signal,
      env: {TMPDIR: scratch, SOURCE_DATE_EPOCH: String(EPOCH)},
    });
    await appendFiles(recipe, text, workshop, scratch, destination);
    const {size} = await stat(destination);
    return {
      tar: {digest: `sha256:${await hashFile(destination)}`, size},
      facts: {
        packages: installedPackages(await readFile(status, 'utf8')),
        checks: [
          'Debian packages: apt checked each against the release file signed by the Debian archive key.',
        ],
      },
    };
  });
}

/** Written last, since mmdebstrap takes away some files of these names when it cleans up. */
async function appendFiles(
  recipe: DebianRootRecipe,
  sources: string,
  {signal}: Workshop,
  scratch: string,
  destination: string,
): Promise<void> {
  const directory = join(scratch, 'files');
  await mkdir(directory);
  const added: Tree = new Map([['etc/apt/sources.list.d/debian.sources', file(sources)]]);
  const tree = merge(filesOf(recipe.files), added);
  await writeDirectory(tree, directory);
  const owners = ['--owner=0', '--group=0', '--numeric-owner', `--mtime=@${EPOCH}`];
  const paths = [...tree.keys()].sort().map((path) => `./${path}`);
  await run(['tar', '--append', `--file=${destination}`, `--directory=${directory}`, ...owners, ...paths], {
    signal,
  });
}

function mmdebstrap(
  recipe: DebianRootRecipe,
  workshop: Workshop,
  scratch: string,
  destination: string,
): ['mmdebstrap', ...string[]] {
  const hooks = [
    'rm -f "$1"/etc/apt/sources.list "$1"/etc/apt/sources.list.d/*.sources "$1"/etc/apt/apt.conf.d/99mmdebstrap "$1"/etc/dpkg/dpkg.cfg.d/99mmdebstrap',
    // These two were this machine's; an engine mounts its own over them.
    'rm -f "$1"/etc/hostname "$1"/etc/resolv.conf',
    // Indexes of apt that it would make again; docker-clean keeps it from removing these itself.
    'rm -f "$1"/var/cache/apt/*.bin',
    `download /var/lib/dpkg/status ${join(scratch, 'status')}`,
  ];
  return [
    'mmdebstrap',
    '--mode=root',
    '--variant=minbase',
    '--format=tar',
    '--skip=output/dev',
    `--architectures=${workshop.platform.debian}`,
    `--aptopt=${join(scratch, 'apt.conf')}`,
    '--dpkgopt=force-unsafe-io',
    ...recipe.paths.map((option) => `--dpkgopt=${option}`),
    ...(recipe.packages.length > 0 ? [`--include=${recipe.packages.join(',')}`] : []),
    ...recipe.hooks.map((name) => `--hook-directory=${HOOKS}/${name}`),
    ...hooks.map((hook) => `--customize-hook=${hook}`),
    recipe.suite,
    destination,
    join(scratch, 'debian.sources'),
  ];
}

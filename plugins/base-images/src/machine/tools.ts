import {execaSync} from 'execa';
import {accessSync, constants} from 'node:fs';
import {delimiter, join} from 'node:path';
import type {LayerRecipe} from '../recipe/types';
import {CannotRebuildError} from '../types';
import {aptInstall} from './aptInstall';

/** Tool to the Debian package that has it. */
const PACKAGES: Readonly<Record<string, string>> = {
  flock: 'util-linux',
  setpriv: 'util-linux',
  unshare: 'util-linux',
  'apt-get': 'apt',
  'apt-config': 'apt',
  'dpkg-deb': 'dpkg',
  tar: 'tar',
  mmdebstrap: 'mmdebstrap',
  // Which mmdebstrap asks before it installs packages of another architecture.
  'arch-test': 'arch-test',
  python3: 'python3',
  pip: 'python3-pip',
  'qemu-img': 'qemu-utils',
  debugfs: 'e2fsprogs',
  go: 'golang-go',
};

const DEBIAN = ['flock', 'apt-get', 'apt-config', 'dpkg-deb'];
const ALPINE = [...DEBIAN, 'python3', 'pip', 'qemu-img', 'debugfs'];

/** What each kind of layer is made with. */
const NEEDED: Readonly<Record<LayerRecipe['kind'], readonly string[]>> = {
  'debian-root': [...DEBIAN, 'mmdebstrap', 'arch-test', 'setpriv', 'unshare', 'tar'],
  deb: DEBIAN,
  'ca-bundle': DEBIAN,
  busybox: DEBIAN,
  files: ['flock'],
  go: ['flock', 'go'],
  alpine: ALPINE,
  'apk-repository': ALPINE,
};

const AS_ROOT: readonly LayerRecipe['kind'][] = ['debian-root', 'apk-repository'];
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Throws CannotRebuildError with everything this machine lacks to make those layers. */
export function requireTools(layers: readonly LayerRecipe[]): void {
  const reason = missingFor(new Set(layers.map(({kind}) => kind)));
  if (reason !== undefined) throw new CannotRebuildError(reason);
}

/** Why this machine cannot rebuild every base there is, with all that is missing; undefined: it can. */
export function cannotRebuild(): string | undefined {
  return missingFor(new Set(Object.keys(NEEDED) as LayerRecipe['kind'][]));
}

function missingFor(kinds: ReadonlySet<LayerRecipe['kind']>): string | undefined {
  const tools = [...new Set([...kinds].flatMap((kind) => NEEDED[kind]))];
  const problems: string[] = [];
  if (process.platform !== 'linux') problems.push(`Linux (this is ${process.platform})`);
  if (AS_ROOT.some((kind) => kinds.has(kind)) && process.getuid?.() !== 0) {
    problems.push('root: Debian packages are installed in a chroot');
  }
  if (AS_ROOT.some((kind) => kinds.has(kind)) && process.arch !== 'x64') {
    problems.push(
      `an amd64 processor (this is ${process.arch}): bases with a Go toolchain or a package manager have recipes for amd64 only`,
    );
  }
  for (const tool of tools) {
    if (!isPresent(tool)) problems.push(`${tool} (Debian package ${PACKAGES[tool] ?? tool})`);
  }
  if (tools.includes('apt-get') && !isReadable(KEYRING)) {
    problems.push(`${KEYRING} (Debian package debian-archive-keyring)`);
  }
  if (problems.length === 0) return undefined;
  const list = problems.map((line) => `- ${line}`).join('\n');
  return `this machine cannot rebuild bases. Missing:\n${list}\nRun this on Debian, or on a machine that reaches the registries of the images.`;
}

/** Installs, as root with apt, everything that rebuilding any base needs. Never called by a rebuild itself. */
export async function installRebuildTools(options: {
  signal: AbortSignal;
  onProgress: (line: string) => void;
}): Promise<void> {
  const {signal, onProgress} = options;
  const missing = Object.entries(PACKAGES).flatMap(([tool, name]) => (isPresent(tool) ? [] : [name]));
  if (!isReadable(KEYRING)) missing.push('debian-archive-keyring');
  if (missing.length === 0) return;
  const packages = [...new Set(missing)];
  onProgress(`apt: installing ${packages.join(', ')}`);
  await aptInstall(packages, signal);
}

function isPresent(tool: string): boolean {
  if (tool === 'pip') return execaSync('python3', ['-m', 'pip', '--version'], {reject: false}).exitCode === 0;
  const directories = (process.env.PATH ?? '').split(delimiter);
  return directories.some((directory) => isReadable(join(directory, tool), constants.X_OK));
}

function isReadable(path: string, mode = constants.R_OK): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

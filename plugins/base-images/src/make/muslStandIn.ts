import {createHash} from 'node:crypto';
import type {InstalledPackage} from '../apk/database';
import type {AlpineRecipe} from '../recipe/types';
import {bytesOf, file, type Tree} from '../tree/tree';
import {appletsOf, busyboxOf} from './busybox';
import {debOf} from './debLayer';
import type {Workshop} from './workshop';

interface StandIn {
  files: Tree;
  packages: InstalledPackage[];
  checks: string[];
  /** Names of BusyBox's applets if BusyBox was replaced too. */
  applets: readonly string[] | null;
}

interface Replacement {
  package: string;
  /** In the image. */
  path: string;
  bytes: Buffer;
  /** Debian's version. */
  version: string;
}

/**
 * Puts Debian's musl, and a static BusyBox where Alpine's does not run on that musl, in the place of Alpine's own: in
 * the files and in the package database, which then says so.
 */
export async function standIn(
  packages: readonly InstalledPackage[],
  {suite, staticBusybox}: NonNullable<AlpineRecipe['musl']>,
  workshop: Workshop,
): Promise<StandIn> {
  const replacements = [await muslOf(suite, workshop)];
  if (staticBusybox) {
    const {bytes, deb} = await busyboxOf(suite, workshop);
    replacements.push({package: 'busybox', path: 'bin/busybox', bytes, version: deb.version});
  }
  const [, busybox] = replacements;
  return {
    files: new Map(replacements.map(({path, bytes}) => [path, file(bytes, {mode: 0o755})])),
    packages: packages.map((one) => {
      const replacement = replacements.find((candidate) => candidate.package === one.name);
      return replacement ? renamed(one, replacement) : one;
    }),
    checks: replacements.map(
      (one) =>
        `${one.package}: Debian ${suite}'s ${one.version}, checked by apt, in the place of Alpine's own.`,
    ),
    applets: busybox ? appletsOf(busybox.bytes) : null,
  };
}

async function muslOf(
  suite: NonNullable<AlpineRecipe['musl']>['suite'],
  workshop: Workshop,
): Promise<Replacement> {
  const {files, version} = await debOf(workshop, suite, 'musl');
  const {muslLoader} = workshop.platform;
  const library =
    [...files.keys()].find((path) => path.endsWith('-linux-musl/libc.so')) ?? `lib/${muslLoader}`;
  return {package: 'musl', path: `lib/${muslLoader}`, bytes: bytesOf(files, library), version};
}

function renamed(one: InstalledPackage, {path, bytes, version: debian}: Replacement): InstalledPackage {
  const version = `${/^(?:\d+:)?([0-9.]+)/.exec(debian)?.[1] ?? '0'}-r0`;
  const sha1 = createHash('sha1').update(bytes).digest('base64');
  const name = path.slice(path.lastIndexOf('/') + 1).replaceAll('.', '\\.');
  const text = one.text
    .replace(/^V:.*$/m, `V:${version}`)
    .replace(/^T:.*$/m, `T:${one.name} of Debian, ${debian} (stand-in)`)
    .replace(new RegExp(`^(R:${name}\\n(?:a:.*\\n)?Z:Q1).*$`, 'm'), `$1${sha1}`);
  return {...one, version, text};
}

import * as differs from './approximations';
import {ALPINE_RELEASES, alpineImage, type AlpineRelease} from './recipe/alpine';
import {debianSlimImage} from './recipe/debian';
import {
  DISTROLESS_RELEASES,
  distrolessImage,
  type DistrolessKind,
  type DistrolessTag,
} from './recipe/distroless';
import {GO_RELEASES, golangAlpineImage, golangDebianImage, type GoLine} from './recipe/golang';
import {TOOLS_PLATFORM} from './recipe/platform';
import type {ImageRecipe, Suite} from './recipe/types';
import type {CatalogueEntry} from './types';

export interface Definition {
  entry: CatalogueEntry;
  /** Recipe for one of the entry's platforms; null: scratch, which is no image. */
  image: (platform: string) => ImageRecipe | null;
}

const EVERYWHERE = [TOOLS_PLATFORM, 'linux/arm64'];

/** Bases that are rebuilt for arm64 too: those that recipes build in and run on. */
const WITH_ARM64: ReadonlySet<string> = new Set([
  'golang:1.27-trixie',
  'golang:1.27-alpine3.23',
  'alpine:3.23',
  'debian:trixie-slim',
  ...['static', 'base-nossl', 'base', 'cc'].map((kind) => `gcr.io/distroless/${kind}-debian13:nonroot`),
  'scratch',
]);

/** Every base there is, with its recipe. */
export function allDefinitions(): Definition[] {
  return [
    ...GOLANG_DEBIAN.map(golangDebian),
    ...GOLANG_ALPINE.map(golangAlpine),
    ...ALPINE_RELEASES.map(alpine),
    ...DEBIAN.map(debianSlim),
    ...DISTROLESS_RELEASES.flatMap(distroless),
    define('scratch', [], 'scratch', [], () => null),
  ];
}

/** Go line, suite, and whether the tag without a suite means this one. */
const GOLANG_DEBIAN: readonly (readonly [GoLine, Suite, boolean])[] = [
  ['1.20', 'bookworm', true],
  ['1.22', 'bullseye', false],
  ['1.22', 'bookworm', true],
  ['1.24', 'bookworm', false],
  ['1.24', 'trixie', true],
  ['1.26', 'trixie', true],
  ['1.27', 'bookworm', false],
  ['1.27', 'trixie', true],
];

function golangDebian([line, suite, usual]: readonly [GoLine, Suite, boolean]): Definition {
  const {version} = GO_RELEASES[line];
  const aliases = [`golang:${version}-${suite}`, ...(usual ? [`golang:${line}`, `golang:${version}`] : [])];
  const approximations = [differs.GO_TREE, differs.NO_OLD_VCS];
  return define(`golang:${line}-${suite}`, aliases, 'golang', approximations, (platform) =>
    golangDebianImage(line, suite, platform),
  );
}

/** Go line, Alpine release, tag, and what is special about it. */
const GOLANG_ALPINE: readonly (readonly [GoLine, AlpineRelease['name'], string, readonly string[]])[] = [
  ['1.22', '3.19', 'alpine3.19', [differs.olderGo(GO_RELEASES['1.22'].version)]],
  ['1.24', '3.23', 'alpine3.23', []],
  ['1.27', '3.23', 'alpine3.23', []],
];

function golangAlpine([line, name, tag, special]: (typeof GOLANG_ALPINE)[number]): Definition {
  const release = alpineRelease(name);
  const approximations = [
    ...[differs.GO_TREE, ...special, ...alpineDiffers(release), differs.OFFLINE_COMPILER],
    ...(release.musl === null ? [differs.OFFLINE_ZIG] : []),
  ];
  const definition = define(`golang:${line}-${tag}`, [], 'golang', approximations, (platform) =>
    golangAlpineImage(line, release, platform),
  );
  const musl = differs.standIn(name);
  return musl === undefined ? definition : standingIn(definition, `Go ${line} on ${musl}`);
}

function alpine(release: AlpineRelease): Definition {
  const definition = define(`alpine:${release.name}`, [], 'alpine', alpineDiffers(release), (platform) =>
    alpineImage(release, platform),
  );
  const musl = differs.standIn(release.name);
  return musl === undefined ? definition : standingIn(definition, musl);
}

function alpineRelease(name: AlpineRelease['name']): AlpineRelease {
  const release = ALPINE_RELEASES.find((candidate) => candidate.name === name);
  if (!release) throw new Error(`Alpine ${name} is not in the catalogue`);
  return release;
}

function alpineDiffers({name, runsPrograms}: AlpineRelease): string[] {
  return [
    ...differs.standInDiffers(name),
    ...(runsPrograms ? [differs.OFFLINE_PACKAGES, differs.OFFLINE_TZDATA] : [differs.OLD_MUSL]),
  ];
}

const DEBIAN: readonly (readonly [Suite, number])[] = [
  ['bullseye', 11],
  ['bookworm', 12],
  ['trixie', 13],
];

function debianSlim([suite, number]: readonly [Suite, number]): Definition {
  const approximations = suite === 'bullseye' ? [differs.BULLSEYE] : [];
  return define(`debian:${suite}-slim`, [`debian:${number}-slim`], 'debian', approximations, () =>
    debianSlimImage(suite),
  );
}

const KINDS: readonly DistrolessKind[] = ['static', 'base-nossl', 'base', 'cc'];
const TAGS: readonly DistrolessTag[] = ['latest', 'nonroot', 'debug', 'debug-nonroot'];

/** Names without a release mean debian13 since 30 January 2026; a name without a tag means latest. */
function distroless(release: (typeof DISTROLESS_RELEASES)[number]): Definition[] {
  return KINDS.flatMap((kind) =>
    TAGS.map((tag) => {
      const named = `gcr.io/distroless/${kind}-${release.name}`;
      const short = release.name === 'debian13' ? `gcr.io/distroless/${kind}` : undefined;
      const names = short === undefined ? [named] : [named, short];
      const refs = names.flatMap((name) =>
        tag === 'latest' ? [`${name}:${tag}`, name] : [`${name}:${tag}`],
      );
      const [ref = named, ...aliases] = refs;
      const approximations = tag.startsWith('debug') ? [differs.DEBIAN_BUSYBOX] : [];
      return define(ref, aliases, 'distroless', approximations, () => distrolessImage(kind, release, tag));
    }),
  );
}

function standingIn({entry, image}: Definition, standIn: string): Definition {
  return {entry: {...entry, standIn}, image};
}

function define(
  ref: string,
  aliases: readonly string[],
  family: CatalogueEntry['family'],
  approximations: readonly string[],
  image: Definition['image'],
): Definition {
  const builder = family === 'golang';
  const platforms = WITH_ARM64.has(ref) ? EVERYWHERE : [TOOLS_PLATFORM];
  return {entry: {ref, aliases, family, builder, platforms, approximations}, image};
}

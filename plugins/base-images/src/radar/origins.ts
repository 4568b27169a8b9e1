import type {ApkRecipe, LayerRecipe, Suite} from '../recipe/types';

/** A list of packages that upstream keeps. */
export type PackageIndex = {kind: 'debian'; suite: Suite} | {kind: 'alpine'; release: string} | {kind: 'go'};

/** Where a package of a rebuilt base comes from. */
export interface Origin {
  index: PackageIndex;
  /** Its name there; of Go the line, for example "1.27". */
  name: string;
  /** How a rebuilt base writes a version of that index. */
  written: (version: string) => string;
}

const asItIs = (version: string) => version;

/** Where Debian's packages bear an Alpine version in a base: see make/apkPackages.ts, make/gccPackages.ts and make/muslStandIn.ts. */
const alpineStyle = (version: string) => {
  const [, upstream = '0', revision = '0'] = /^(?:\d+:)?([\d.]+)[^-]*(?:-(\d+))?/.exec(version) ?? [];
  return `${upstream}-r${revision}`;
};

const withoutRevision = (digits: RegExp) => (version: string) => `${digits.exec(version)?.[1] ?? '0'}-r0`;

/**
 * Where a package of a base comes from, by the recipe of the layer that brought it.
 *
 * @param name - As in the base's receipt; of the offline repository with `apk/` before it
 * @returns undefined for what is fixed by the recipe and follows no list, such as Zig
 */
export function originOf(name: string, layers: readonly LayerRecipe[]): Origin | undefined {
  for (const layer of layers) {
    const origin = originIn(layer, name);
    if (origin !== undefined) return origin;
  }
  return undefined;
}

function originIn(layer: LayerRecipe, name: string): Origin | undefined {
  switch (layer.kind) {
    case 'go':
      return name === 'go' ? {index: {kind: 'go'}, name: lineOf(layer.version), written: asItIs} : undefined;
    case 'deb':
      return name === layer.package ? debian(layer.suite, name) : undefined;
    case 'ca-bundle':
      return name === 'ca-certificates' ? debian(layer.suite, name) : undefined;
    case 'busybox':
      return name === 'busybox-static' ? debian(layer.suite, name) : undefined;
    case 'debian-root':
      return name === 'go' ? undefined : debian(layer.suite, name);
    case 'alpine': {
      if (!layer.packages.includes(name)) return undefined;
      const {musl} = layer;
      const digits = withoutRevision(/^(?:\d+:)?([0-9.]+)/);
      if (musl !== null && name === 'musl') return debian(musl.suite, 'musl', digits);
      if (musl?.staticBusybox === true && name === 'busybox')
        return debian(musl.suite, 'busybox-static', digits);
      return alpine(layer.disk.image, name);
    }
    case 'apk-repository': {
      const found = layer.packages.find((one) => `apk/${one.name}` === name);
      return found && originOfApk(found, layer.suite, layer.disk.image);
    }
    case 'files':
      return undefined;
  }
}

function originOfApk(recipe: ApkRecipe, suite: Suite, image: string): Origin | undefined {
  switch (recipe.from) {
    case 'disk':
      return alpine(image, recipe.name);
    case 'tzdata':
      return debian(suite, 'tzdata', withoutRevision(/^(\d+[a-z]?)/));
    case 'musl-dev':
      return debian(suite, 'musl-dev', alpineStyle);
    case 'gcc':
      return debian(suite, 'gcc-14', alpineStyle);
    case 'binutils':
      return debian(suite, 'binutils', alpineStyle);
    case 'zig':
      return undefined;
  }
}

function debian(suite: Suite, name: string, written = asItIs): Origin {
  return {index: {kind: 'debian', suite}, name, written};
}

/** The disk's name says its release: `…/alpine-3.23-amd64.qcow2`. */
function alpine(image: string, name: string): Origin {
  const [, release = ''] = /alpine-(\d+\.\d+)-/.exec(image) ?? [];
  return {index: {kind: 'alpine', release}, name, written: asItIs};
}

function lineOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

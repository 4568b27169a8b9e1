/** Known differences between a rebuilt base and the public one, in words for a reader. */

import type {AlpineRelease} from './recipe/alpine';

export const GO_TREE = 'The folders api, doc, misc and test of the Go release archive are left out.';
export const NO_OLD_VCS = 'Mercurial and Subversion are left out.';
export const OFFLINE_PACKAGES =
  '/etc/apk/repositories names a package repository inside the image (/usr/share/offline-packages) instead of the public mirrors, so that apk add works without a network; it makes the image larger.';
export const OFFLINE_TZDATA = "The tzdata of that repository is made from Debian's zone files.";
export const OFFLINE_COMPILER =
  "apk add gcc musl-dev gives Debian's gcc 14 and musl headers, set up to compile for this image's musl, instead of Alpine's gcc 15; g++, LTO, sanitizers and OpenMP are left out.";
export const OFFLINE_ZIG =
  "apk add zig gives Zig's own build of the release that Alpine has, instead of Alpine's build; what compiles for Windows, macOS, the BSDs and WASI is left out.";
export const DEBIAN_BUSYBOX =
  "BusyBox is Debian's static build, instead of 1.37.0 linked with musl; it has fewer applets.";
export const BULLSEYE =
  'Debian 11 comes from the archive as it stands now; its long-term support has ended or is about to.';

/** What takes the place of a release's own musl; null: it is its own. */
const STAND_INS: Readonly<Record<AlpineRelease['name'], {musl: string; from: string} | null>> = {
  '3.17': {
    musl: 'musl 1.2.3 of Debian 12',
    from: 'Debian bookworm. Versions of everything but musl differ.',
  },
  '3.19': {
    musl: 'musl 1.2.5 of Debian 13',
    from: 'Debian trixie. Versions differ, that of musl too: 1.2.5 instead of 1.2.4.',
  },
  '3.23': null,
};

/** What a rebuilt Alpine is that has another musl than its release; undefined: it has its own. */
export function standIn(release: AlpineRelease['name']): string | undefined {
  return STAND_INS[release]?.musl;
}

/** Of an Alpine whose user land is that of another release; nothing for any other. */
export function standInDiffers(release: AlpineRelease['name']): string[] {
  const from = STAND_INS[release]?.from;
  const says = `Alpine ${release}'s own packages were not available: this is the user land of Alpine 3.23 on the musl of`;
  return from === undefined ? [] : [`${says} ${from}`];
}

export const OLD_MUSL =
  "Alpine 3.23's programs do not run on a musl this old. BusyBox is Debian's static 1.35.0, built with glibc: its own nslookup and wget do not resolve names as musl does, and it has fewer applets. apk, OpenSSL and ssl_client are left out.";

/** @param version - Of the Go that the rebuilt base has */
export function olderGo(version: string): string {
  return `The public tag stopped at an older Go; this has Go ${version}.`;
}

/** What changes the meaning of a Dockerfile's own lines: the difference, the lines it concerns, and what to say beside them. */
export const CONCERNS: readonly {approximation: string; lines: RegExp; note: string}[] = [
  {
    approximation: OFFLINE_COMPILER,
    lines: /\bapk add\b.*\bgcc\b/,
    note: "apk add gcc gave Debian's gcc 14 with musl's headers, not Alpine's gcc 15",
  },
  {
    approximation: OFFLINE_ZIG,
    lines: /\bapk add\b.*\bzig\b/,
    note: "apk add zig gave Zig's own build, not Alpine's",
  },
  {
    approximation: OFFLINE_TZDATA,
    lines: /\bapk add\b.*\btzdata\b/,
    note: "apk add tzdata gave Debian's zone files",
  },
];

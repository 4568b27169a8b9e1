import type {BasesAside} from '../model/baseViews';

interface Named {
  ref: string;
  aliases: readonly string[];
}

/** Name before a release number: "gcr.io/distroless/static-debian" and 13, "golang:" and 1.27, "debian:" and 13. */
const RELEASE = /^(.*?debian:?|golang:|alpine:)(\d+)(?:\.(\d+))?/;

/**
 * Which bases are not among those one chooses between today: of an older release than the newest of the same name, or
 * the tag to debug with. Pure.
 *
 * @param bases - All that are shown together; releases are compared within them
 * @returns By name of the base; undefined for one to choose
 */
export function asideOf(bases: readonly Named[]): (base: Named) => BasesAside['why'] | undefined {
  const newest = new Map<string, number>();
  for (const base of bases) {
    const {line, release} = releaseOf(base);
    newest.set(line, Math.max(release, newest.get(line) ?? release));
  }
  return (base) => {
    const {line, release} = releaseOf(base);
    if (release < (newest.get(line) ?? release)) return 'older';
    return /:debug(-|$)/.test(base.ref) ? 'debug' : undefined;
  };
}

/** A base without a number in any of its names is a line of its own. */
function releaseOf({ref, aliases}: Named): {line: string; release: number} {
  for (const name of [ref, ...aliases]) {
    const [, line, major = '0', minor = '0'] = RELEASE.exec(name) ?? [];
    if (line !== undefined) return {line, release: Number(major) * 1000 + Number(minor)};
  }
  return {line: ref, release: 0};
}

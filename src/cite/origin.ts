/** What builders read as an order only before the first other line of a Dockerfile: https://docs.docker.com/reference/dockerfile/#parser-directives */
const DIRECTIVE = /^\s*(?:#|\/\/)\s*(?:syntax|escape|check)\s*=/i;
const ORIGIN = /^# from (\S+) sha256:([0-9a-f]{64})$/;

export interface Origin {
  /** Whole address of the revision that it was copied from. */
  url: string;
  /** 64 hex digits, of the file without the line that says so. */
  sha256: string;
}

/**
 * Adds the line that says where a Dockerfile comes from: the first one, or the first behind its parser directives, which count
 * only at the very top. Everything else stays as it is, byte for byte.
 */
export function withOrigin(dockerfile: string, {url, sha256}: Origin): string {
  const at = endOfDirectives(dockerfile);
  return `${dockerfile.slice(0, at)}# from ${url} sha256:${sha256}\n${dockerfile.slice(at)}`;
}

/** @returns What {@link withOrigin} added, and the file without it; undefined: there is no such line where it would stand */
export function originOf(dockerfile: string): {origin: Origin; rest: string} | undefined {
  const at = endOfDirectives(dockerfile);
  const end = dockerfile.indexOf('\n', at);
  const [, url, sha256] = ORIGIN.exec(dockerfile.slice(at, end < 0 ? undefined : end)) ?? [];
  if (url === undefined || sha256 === undefined) return undefined;
  return {origin: {url, sha256}, rest: dockerfile.slice(0, at) + (end < 0 ? '' : dockerfile.slice(end + 1))};
}

function endOfDirectives(dockerfile: string): number {
  let at = dockerfile.startsWith('\uFEFF') ? 1 : 0;
  for (const [index, line] of dockerfile
    .slice(at)
    .split(/(?<=\n)/)
    .entries()) {
    if (!DIRECTIVE.test(line) && !(index === 0 && line.startsWith('#!'))) break;
    at += line.length;
  }
  return at;
}

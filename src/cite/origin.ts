/** What builders read as an order only before the first other line of a Dockerfile: https://docs.docker.com/reference/dockerfile/#parser-directives */
const DIRECTIVE = /^\s*(?:#|\/\/)\s*(?:syntax|escape|check)\s*=/i;

export interface Origin {
  /** Whole address of the revision that it was copied from. */
  url: string;
  /** 64 hex digits, of the file without the line that says so. */
  sha256: string;
}

/**
 * Adds the line that says where a Dockerfile comes from: the first one, or the first behind its parser directives, which count
 * only at the very top. Everything else stays as it is, byte for byte. `readOriginLine` of src/copies reads it.
 */
export function withOrigin(dockerfile: string, {url, sha256}: Origin): string {
  const at = endOfDirectives(dockerfile);
  return `${dockerfile.slice(0, at)}# from ${url} sha256:${sha256}\n${dockerfile.slice(at)}`;
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

/** What a copy says of itself: `# from <URL> sha256:<64 hex>`. */
export interface OriginLine {
  /** `/x/<id>@<12 hex>`; null: the URL is none of a guide like this. Whose host it is does not matter. */
  address: string | null;
  /** Of the file without this line. */
  sha256: string;
  /** Counts from 1. */
  line: number;
  /** The file without this line. */
  rest: string;
}

const LINE = /^[ \t]*#[ \t]*from[ \t]+(\S+)[ \t]+sha256:([0-9a-f]{64})[ \t]*\r?(?:\n|$)/im;

/** @returns The first such line of a Dockerfile, wherever it stands */
export function readOriginLine(text: string): OriginLine | null {
  const found = LINE.exec(text);
  if (found === null) return null;
  const [whole, url = '', sha256 = ''] = found;
  const before = text.slice(0, found.index);
  const [, address] = /(\/x\/[a-z0-9.-]+@[0-9a-f]{12})(?:\/[^?#]*)?(?:[?#].*)?$/.exec(url) ?? [];
  return {
    address: address ?? null,
    sha256: sha256.toLowerCase(),
    line: before.split('\n').length,
    rest: before + text.slice(found.index + whole.length),
  };
}

/** @returns The example of an address: `/x/a@0123456789ab` is of `/x/a` */
export function shortOf(address: string): string {
  return address.slice(0, address.lastIndexOf('@'));
}

import {KINDS, type Kind} from '../model';

export const ID = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;
export const KEY = /^[0-9a-f]{64}$/;

const LETTERS = Object.keys(KINDS).join('');
const ADDRESS = new RegExp(`^/([${LETTERS}])/([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?:@([0-9a-f]{12}))?$`);

/** A permanent address in its parts. */
export interface Address {
  kind: Kind;
  id: string;
  /** `/<kind>/<id>`. */
  short: string;
  /** The first 12 hex digits of the key; undefined: it is a short address. */
  digits: string | undefined;
}

/** @returns The parts of a permanent address, short or of a revision; undefined for anything else */
export function parseAddress(address: string): Address | undefined {
  const [, kind, id, digits] = ADDRESS.exec(address) ?? [];
  if (kind === undefined || id === undefined) return undefined;
  return {kind: kind as Kind, id, short: `/${kind}/${id}`, digits};
}

/** @returns The short address that a revision belongs to; what is no address is given back as it is */
export function shortOf(address: string): string {
  return address.replace(/@[^@]*$/, '');
}

/** Whether it can be the path of a site: below the base URL, without host, search or steps upwards. */
export function isSitePath(path: string): boolean {
  return (
    /^\/(?!\/)[^\s?\\]*$/.test(path) && !path.split(/[/#]/).some((part) => part === '..' || part === '.')
  );
}

/**
 * Whether a revision may have a file at this path: an ending such as `.html`, or a path below such as `/runs/starts.txt`.
 * Every part is a name that file systems and addresses take as it is.
 */
export function isFilePath(path: string): boolean {
  if (/^\.(?:html|md|txt|json)$/.test(path)) return true;
  return path.startsWith('/') && isRelativePath(path.slice(1));
}

/** Whether a file of an archive may have this path. */
export function isRelativePath(path: string): boolean {
  return path.split('/').every((part) => part !== '..' && part !== '.' && /^[^\p{Cc}\\?#%]+$/u.test(part));
}

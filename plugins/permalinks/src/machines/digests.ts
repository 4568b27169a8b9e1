import {createHash} from 'node:crypto';
import type {Digests} from './statement';

/**
 * Digests of a file: its SHA-256, and the name that git has for it (`git hash-object`), which is also in its SWHID.
 */
export function digestsOf(bytes: Uint8Array): Digests & {sha256: string; gitBlob: string} {
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    gitBlob: createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex'),
  };
}

/**
 * @param digest - In the notation of registries
 * @throws Error for a digest of another kind
 */
export function digestsIn(digest: string): Digests {
  const hex = /^sha256:([0-9a-f]{64})$/.exec(digest)?.[1];
  if (hex === undefined) throw new Error(`"${digest}" is no digest: expected sha256: and 64 hex digits.`);
  return {sha256: hex};
}

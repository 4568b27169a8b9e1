import {createHash} from 'node:crypto';
import * as z from 'zod';

/** A digest in the notation of image registries. */
export const Digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'expected sha256: and 64 hex digits');

/**
 * JSON with keys in code-unit order and no white space, so that equal values give equal bytes.
 *
 * @param value - Plain JSON data; undefined members are left out
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let members = '';
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key];
    if (member === undefined) continue;
    members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

/** @returns `sha256:` and 64 hex digits */
export function sha256(bytes: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** The same for data: the order of keys does not count. */
export function digestOf(value: unknown): string {
  return sha256(canonicalJson(value));
}

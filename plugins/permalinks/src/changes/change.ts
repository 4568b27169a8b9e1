import {createHash} from 'node:crypto';

/** What can happen to something that is cited, in the words of feeds and of the page. */
export const CHANGE_WORDS = {
  published: 'First published',
  revised: 'New revision',
  proved: 'Proved again',
  upstream: 'Upstream moved',
  expired: 'Proof expired',
  corrected: 'Corrected',
  withdrawn: 'Withdrawn',
  moved: 'Moved',
} as const;

export type ChangeKind = keyof typeof CHANGE_WORDS;

/** One thing that has happened, for feeds and for the page of changes. */
export interface Change {
  /** An absolute IRI that stays the same in every build and needs no host: `urn:uuid:…`. */
  id: string;
  /** Moment in UTC, as RFC 3339 writes it. */
  on: string;
  kind: ChangeKind;
  /** Of what has changed. */
  title: string;
  /** Site path to read more at. */
  address: string;
  /** Whose feed has it; null: of several examples or none. */
  example: string | null;
  /** Whole sentences; null: nobody said why. */
  why: string | null;
}

/**
 * A name for something, made from what identifies it. RFC 4287, 4.2.6, asks for an IRI that never changes; a `urn:uuid:` is
 * one without a host, and version 8 (RFC 9562, 5.8) leaves the bits to whoever makes it: they are those of a SHA-256.
 *
 * @param parts - What no other thing has, the same in every build
 */
export function urnOf(...parts: string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0b11) | 0b1000).toString(16);
  const fields = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${fields.join('-')}`;
}

/**
 * @param time - A day as YYYY-MM-DD, or a moment in UTC
 * @returns The moment as RFC 3339 writes it, to the second; of a day its beginning
 * @throws When the text is neither: a feed with a wrong date must not be published
 */
export function momentOf(time: string): string {
  const moment = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?Z)?$/.test(time) ? new Date(time) : undefined;
  // JavaScript makes 2 March of 30 February.
  if (
    moment === undefined ||
    Number.isNaN(moment.getTime()) ||
    moment.getUTCDate() !== Number(time.slice(8, 10))
  )
    throw new Error(`"${time}" is no moment in UTC: expected YYYY-MM-DD, or YYYY-MM-DDThh:mm:ssZ.`);
  return moment.toISOString().replace(/\.\d+Z$/, 'Z');
}

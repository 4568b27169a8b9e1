import {join} from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import * as z from 'zod';
import {readCommitted} from './committedJson';
import {Digest} from './digest';

const Pins = z.record(
  z.string(),
  z.strictObject({digest: Digest, pinned: z.iso.date().describe('day the tag had this digest')}),
);

/** Name of a base to the digest that stands for it where a registry answers. */
export type Pins = z.output<typeof Pins>;

/** Reads the committed pins; no file: no pins. Throws with file and path of everything that is wrong. */
export function readPins(siteDir: string): Pins {
  return readCommitted(pinsFile(siteDir), Pins, 'these pins') ?? {};
}

/** Writes the pins, sorted by name. */
export async function writePins(siteDir: string, pins: Pins): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(pins).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeFileAtomic(pinsFile(siteDir), `${JSON.stringify(sorted, null, 2)}\n`);
}

function pinsFile(siteDir: string): string {
  return join(siteDir, 'plugins/base-images/pins.json');
}

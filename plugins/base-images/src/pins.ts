import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import * as z from 'zod';
import {Digest} from './digest';

const Pins = z.record(
  z.string(),
  z.strictObject({digest: Digest, pinned: z.iso.date().describe('day the tag had this digest')}),
);

/** Name of a base to the digest that stands for it where a registry answers. */
export type Pins = z.output<typeof Pins>;

/** Reads the committed pins; no file: no pins. Throws with file and path of everything that is wrong. */
export function readPins(siteDir: string): Pins {
  const path = pinsFile(siteDir);
  if (!existsSync(path)) return {};
  const parsed = Pins.safeParse(parseJson(path));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `- ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`${path}: these pins cannot be used:\n${lines.join('\n')}`);
}

/** Writes the pins, sorted by name. */
export async function writePins(siteDir: string, pins: Pins): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(pins).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeFileAtomic(pinsFile(siteDir), `${JSON.stringify(sorted, null, 2)}\n`);
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`${path}: expected JSON`, {cause});
  }
}

function pinsFile(siteDir: string): string {
  return join(siteDir, 'plugins/base-images/pins.json');
}

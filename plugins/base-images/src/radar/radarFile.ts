import {join} from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import {readCommitted} from '../committedJson';
import {nameOfEntry, Radar, type RadarEntry, type Subject} from './model';

/** Where what upstream had is committed, relative to the site. */
export const RADAR_FILE = 'plugins/base-images/radar.json';

/** Reads the committed radar; no file: no entries. Throws with file and path of everything that is wrong. */
export function readRadar(siteDir: string): Radar {
  return readCommitted(join(siteDir, RADAR_FILE), Radar, 'this radar') ?? {schema: 1, entries: []};
}

/** Writes the radar atomically, sorted by reference, platform and world. Throws for entries that could not be read again. */
export async function writeRadar(siteDir: string, entries: readonly RadarEntry[]): Promise<void> {
  const sorted = [...entries].sort((a, b) => (nameOfEntry(a) < nameOfEntry(b) ? -1 : 1));
  const radar = Radar.parse({schema: 1, entries: sorted});
  await writeFileAtomic(join(siteDir, RADAR_FILE), `${JSON.stringify(radar, null, 2)}\n`);
}

/** The entry of a base, if upstream was asked about it. */
export function entryOf({entries}: Radar, subject: Subject): RadarEntry | undefined {
  const name = nameOfEntry(subject);
  return entries.find((entry) => nameOfEntry(entry) === name);
}

import {lstatSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {isSweepable, ownIdentity, parseRun} from './identity';

const PREFIX = 'cgo-field-guide-';

/** Makes a temporary folder that is named for this run, so that a later one can tell whose it was. */
export function makeRunFolder(directory = tmpdir()): string {
  return mkdtempSync(join(directory, `${PREFIX}${ownIdentity().run}-`));
}

/**
 * Removes the temporary folders of this user's runs that are over: what they kept for repeating by hand, and what
 * a killed one left.
 *
 * @returns Their names, sorted
 */
export function sweepRunFolders(directory = tmpdir()): string[] {
  const self = ownIdentity();
  const swept = readdirSync(directory)
    .filter((name) => {
      const owner = runOfFolder(name);
      return owner !== undefined && owner.run !== self.run && isSweepable(owner, self);
    })
    .filter((name) => isOurs(join(directory, name)))
    .sort();
  for (const name of swept) rmSync(join(directory, name), {recursive: true, force: true});
  return swept;
}

function runOfFolder(name: string): ReturnType<typeof parseRun> {
  const run = name.startsWith(PREFIX) ? name.slice(PREFIX.length, name.lastIndexOf('-')) : '';
  return parseRun(run);
}

/** Anybody may make a folder of such a name in a shared directory. */
function isOurs(folder: string): boolean {
  const found = lstatSync(folder, {throwIfNoEntry: false});
  return found?.isDirectory() === true && (process.getuid === undefined || found.uid === process.getuid());
}

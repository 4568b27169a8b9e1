import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import {NotReproduced} from '../model/notReproduced';
import type {Problem} from '../../problems';
import {readYaml} from './readManifest';

/** Name of the list, in the folder of the examples. */
export const NOT_REPRODUCED_FILE = 'not-reproduced.yaml';

/**
 * Reads the list of symptoms that nothing here reproduces.
 *
 * @param siteDir - Absolute path of the site
 * @param examplesPath - Folder of the examples, relative to the site
 * @param proved - Ids of symptoms that a twin proves: they must not be in the list too
 * @returns Empty when there is no such file
 */
export function readNotReproduced(
  siteDir: string,
  examplesPath: string,
  proved: readonly string[],
  problems: Problem[],
): NotReproduced[] {
  const label = path.posix.join(examplesPath, NOT_REPRODUCED_FILE);
  const file = path.join(siteDir, label);
  if (!existsSync(file)) return [];
  const list = readYaml(z.array(NotReproduced), readFileSync(file, 'utf8'), label, problems) ?? [];
  const ids = list.map(({id}) => id);
  for (const [index, {id}] of list.entries()) {
    const report = (member: string, message: string) =>
      problems.push({file: label, message: `${index}.${member}: ${message}`});
    if (proved.includes(id)) report('id', `"${id}" is proved by a twin; take it out of this list`);
    if (ids.indexOf(id) !== index) report('id', `"${id}" is in this list already`);
  }
  return list;
}

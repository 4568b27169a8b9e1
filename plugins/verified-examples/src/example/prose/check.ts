import path from 'node:path';
import {MANIFEST_FILE, type Example} from '../collect/example';
import {NOT_REPRODUCED_FILE} from '../collect/notReproduced';
import type {Twin} from '../model/twin';
import type {Problem} from '../../problems';
import type {NotReproduced} from '../model/notReproduced';
import {parseProse} from './parse';

/**
 * Reports prose that holds more than text: it is rendered as it stands, and what it may not hold is refused here, not
 * dropped on the page.
 *
 * @param examplesPath - Folder of the examples, relative to the site
 */
export function reportProse(
  {examples, notReproduced}: {examples: readonly Example[]; notReproduced: readonly NotReproduced[]},
  examplesPath: string,
  problems: Problem[],
): void {
  for (const {label, manifest} of examples) {
    for (const [index, twin] of manifest.twins.entries())
      for (const [name, text] of proseOf(twin))
        for (const got of refusedIn(text))
          problems.push({
            file: `${label}/${MANIFEST_FILE}`,
            message: `twins.${index}.${name}: ${got} (symptom ${twin.symptom})`,
          });
  }
  const file = path.posix.join(examplesPath, NOT_REPRODUCED_FILE);
  for (const [index, {why}] of notReproduced.entries())
    for (const got of refusedIn(why)) problems.push({file, message: `${index}.why: ${got}`});
}

function refusedIn(text: string): string[] {
  return parseProse(text).refused.map(
    (refused) => `expected text, \`code\`, links and :measured{…}, got ${refused}`,
  );
}

/** The texts of a symptom that are Markdown, by their keys. */
export function proseOf({why, repair, mistakenFor = []}: Twin): [name: string, text: string][] {
  return [
    ['why', why],
    ['repair', repair],
    ...mistakenFor.map(({difference}, index): [string, string] => [
      `mistakenFor.${index}.difference`,
      difference,
    ]),
  ];
}

import path from 'node:path';
import {MANIFEST_FILE, type Example} from '../collect/example';
import {NOT_REPRODUCED_FILE} from '../collect/notReproduced';
import type {Twin} from '../model/twin';
import type {Problem} from '../../problems';
import type {NotReproduced} from '../model/notReproduced';
import {measurementsIn, parseProse} from './parse';

/** Markdown of a manifest, and where it stands. */
export interface WrittenProse {
  file: string;
  /** For example "symptom no-gcc, why". */
  place: string;
  text: string;
}

/** The Markdown of all symptoms. */
export function symptomProse(examples: readonly Pick<Example, 'label' | 'manifest'>[]): WrittenProse[] {
  return examples.flatMap(({label, manifest}) =>
    manifest.twins.flatMap((twin) =>
      textsOf(twin).map(([key, text]) => ({
        file: `${label}/${MANIFEST_FILE}`,
        place: `symptom ${twin.symptom}, ${key}`,
        text,
      })),
    ),
  );
}

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
  const file = path.posix.join(examplesPath, NOT_REPRODUCED_FILE);
  const reasons = notReproduced.map(({id, why}) => ({file, place: `symptom ${id}, why`, text: why}));
  for (const {place, text, ...where} of [...symptomProse(examples), ...reasons])
    for (const refused of parseProse(text).refused)
      problems.push({
        ...where,
        message: `${place}: expected text, \`code\`, links and :measured{…}, got ${refused}`,
      });
  for (const {place, text} of reasons)
    if (measurementsIn(text).length > 0)
      problems.push({file, message: `${place}: what is not reproduced has nothing measured`});
}

function textsOf({why, repair, mistakenFor = []}: Twin): [key: string, text: string][] {
  return [
    ['why', why],
    ['repair', repair],
    ...mistakenFor.map(({difference}, index): [string, string] => [
      `mistakenFor.${index}.difference`,
      difference,
    ]),
  ];
}

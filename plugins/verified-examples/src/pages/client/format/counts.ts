import type {SiteCounts} from '../../model/views';

export interface CountRow {
  name: string;
  value: number;
  /** What exactly was counted. */
  meaning: string;
}

/** Every count with its name and what was counted, in the order in which they are shown. */
export function countRows(counts: SiteCounts): CountRow[] {
  return [
    row('Examples', counts.examples, 'folders with a Dockerfile, a manifest and a receipt'),
    row('Variants', counts.variants, 'images of them, each built by itself'),
    row('Scenarios', counts.scenarios, 'runs described, each with what must come out'),
    row('Recorded runs', counts.runs, 'the same, once for each variant and platform'),
    row('Matrix cells', counts.cells, 'scenarios compared across variants in a table'),
    row('Twins', counts.twins, 'failures on purpose, each with its fix'),
    row('Symptoms proved', counts.symptoms, 'failure, confirming command and fix all recorded'),
    row('Symptoms not reproduced', counts.notReproduced, 'listed as such, with the reason'),
    row('Measured values', counts.claims, 'in the text of pages, read from a receipt'),
    row('Unproved', counts.unproved, 'images without a valid proof; any stops the build'),
  ];
}

function row(name: string, value: number, meaning: string): CountRow {
  return {name, value, meaning};
}

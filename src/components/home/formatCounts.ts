import type {SiteCounts} from '@site/plugins/verified-examples/src/pages/model/views';

type Shown = Pick<SiteCounts, 'examples' | 'runs' | 'symptoms'>;

/** @returns For example "64 examples", "1 recorded run" */
export function formatCounts({examples, runs, symptoms}: Shown): string[] {
  return [
    count(examples, 'example'),
    count(runs, 'recorded run'),
    count(symptoms, 'error message') + ', each with a fix that was run',
  ];
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

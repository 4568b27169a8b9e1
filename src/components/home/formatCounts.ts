import type {SiteCounts} from '@site/plugins/verified-examples/src/pages/model/views';

type Shown = Pick<SiteCounts, 'examples' | 'scenarios' | 'twins' | 'unproved'>;

/** @returns For example "64 examples", "1 twin"; what is unproved is always said, none included */
export function formatCounts({examples, scenarios, twins, unproved}: Shown): string[] {
  return [
    count(examples, 'example'),
    count(scenarios, 'scenario'),
    count(twins, 'twin'),
    count(unproved, 'unproved snippet'),
  ];
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

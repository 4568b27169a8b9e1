import type {Page} from '../../../../src/find/pages';

const LABELS: readonly (readonly [Page['kind'], string])[] = [
  ['symptom', 'Error messages'],
  ['guide', 'Guides'],
  ['example', 'Examples'],
];

/** Pages in groups, each in the order of its best, and the group of the best page first. */
export function byKind(pages: readonly Page[]): {label: string; pages: Page[]}[] {
  const first = (kind: Page['kind']) => pages.findIndex((page) => page.kind === kind);
  return LABELS.filter(([kind]) => first(kind) >= 0)
    .sort(([one], [other]) => first(one) - first(other))
    .map(([kind, label]) => ({label, pages: pages.filter((page) => page.kind === kind)}));
}

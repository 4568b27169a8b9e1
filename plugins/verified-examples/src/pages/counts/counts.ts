import {PUBLISHABLE} from '../../proof/gate/state';
import type {SiteCounts} from '../model/views';
import {runsIn} from '../../example/model/variant';
import type {Collection} from '../../proof/collection';

/**
 * How much there is and how much of it is proved, from manifests and receipts. Pure.
 *
 * @param claims - Measured values in the prose of pages
 */
export function siteCounts(
  {examples, standings, twins: broken, notReproduced}: Collection,
  claims: number,
): SiteCounts {
  const proved = standings.flatMap(({proof}) => (proof === undefined ? [] : [proof]));
  const symptoms = examples.flatMap(({manifest}) => manifest.twins.map(({symptom}) => symptom));
  const unproved = new Set(broken.map(({symptom}) => symptom));
  return {
    examples: examples.length,
    variants: total(examples, ({manifest}) => Object.keys(manifest.variants).length),
    scenarios: total(examples, ({manifest}) => manifest.scenarios.length),
    runs: total(proved, ({scenarios}) => scenarios.length),
    twins: symptoms.length,
    cells: total(examples, cellsOf),
    symptoms: symptoms.filter((symptom) => !unproved.has(symptom)).length,
    notReproduced: notReproduced.length,
    claims,
    unproved: standings.filter(({state}) => !PUBLISHABLE.has(state)).length,
    lastVerified:
      proved
        .map(({provedAt}) => provedAt)
        .sort()
        .at(-1) ?? null,
  };
}

function cellsOf({manifest}: Collection['examples'][number]): number {
  const variants = Object.keys(manifest.variants);
  const rows = (manifest.matrix ?? []).flatMap(({scenarios}) => scenarios);
  return total(rows, (row) => variants.filter((variant) => runsIn(manifest, row, variant)).length);
}

function total<Item>(items: readonly Item[], count: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + count(item), 0);
}

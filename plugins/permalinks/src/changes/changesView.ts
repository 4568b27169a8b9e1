import type {Addresses} from '../../../verified-examples/src/pages/publish/addresses';
import {CHANGE_WORDS, type Change} from './change';
import type {Erratum} from './erratum';

/** Route props of `@theme/ChangesPage`: `{kept}`. Addresses are site paths; days are YYYY-MM-DD. */
export interface ChangesPageView {
  errata: ErratumView[];
  /** The latest first. */
  months: MonthView[];
  /** Site paths of the feeds of all changes. */
  feeds: {atom: string; json: string};
}

export interface ErratumView extends Omit<Erratum, 'experiment'> {
  /** The run that settled it. */
  experiment: {title: string; href: string};
}

export interface MonthView {
  /** YYYY-MM. */
  month: string;
  /** The newest first. */
  changes: ChangeView[];
  /** What got its address in this month: many at once, and of less interest. */
  published: ChangeView[];
}

export interface ChangeView extends Pick<Change, 'id' | 'title' | 'address' | 'why'> {
  day: string;
  /** For example "New revision". */
  what: string;
}

/** What of examples and their pages the view is made from. */
interface Shown {
  examples: readonly {
    id: string;
    manifest: {title: string; scenarios: readonly {id: string; title: string}[]};
  }[];
  addresses: Pick<Addresses, 'scenario'>;
  feeds: ChangesPageView['feeds'];
}

/**
 * What the page of changes shows. Corrections have a list of their own there, the latest first.
 *
 * @param changes - Newest first
 * @param errata - Checked: their experiments are among the examples
 */
export function changesView(
  changes: readonly Change[],
  errata: readonly Erratum[],
  {examples, addresses, feeds}: Shown,
): ChangesPageView {
  const months = new Map<string, MonthView>();
  for (const change of changes) {
    if (change.kind === 'corrected') continue;
    const month = change.on.slice(0, 7);
    const view = months.get(month) ?? {month, changes: [], published: []};
    months.set(month, view);
    view[change.kind === 'published' ? 'published' : 'changes'].push(changeView(change));
  }
  const titleOf = ({example, scenario}: Erratum['experiment']) => {
    const manifest = examples.find(({id}) => id === example)?.manifest;
    const run = manifest?.scenarios.find(({id}) => id === scenario);
    return `${manifest?.title ?? example}: ${run?.title ?? scenario}`;
  };
  return {
    errata: errata
      .map(({experiment, ...erratum}) => ({
        ...erratum,
        experiment: {
          title: titleOf(experiment),
          href: addresses.scenario(experiment.example, experiment.scenario),
        },
      }))
      .sort((a, b) => b.on.localeCompare(a.on)),
    months: [...months.values()],
    feeds,
  };
}

function changeView({id, on, kind, title, address, why}: Change): ChangeView {
  return {id, day: on.slice(0, 10), what: CHANGE_WORDS[kind], title, address, why};
}

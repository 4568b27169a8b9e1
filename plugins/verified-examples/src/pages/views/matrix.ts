import type {Example} from '../../example/collect/example';
import {socketsOf} from '../../proof/expect/queries';
import type {Standing} from '../../proof/gate/state';
import type {MatrixCellView, MatrixRowView, MatrixView} from '../model/matrixViews';
import {runsIn} from '../../example/model/variant';
import {exampleRef, standingsFor, variantOf, worstState, type ViewContext} from './context';
import {outcomeOf} from './lookups';

/**
 * The scenarios of a manifest's `matrix` against its variants, from the recorded runs.
 *
 * @param heading - Only this group
 * @returns The view, and the cells that have no proved run, as `scenario (variant)`; undefined without such a matrix
 */
export function matrixView(
  example: Example,
  context: ViewContext,
  heading?: string,
): {view: MatrixView; unproved: string[]} | undefined {
  const {manifest} = example;
  const groups = (manifest.matrix ?? []).filter(
    (group) => heading === undefined || group.heading === heading,
  );
  if (groups.length === 0) return undefined;
  const shown = groups.flatMap(({scenarios}) => scenarios);
  const variants = Object.keys(manifest.variants).filter((variant) =>
    shown.some((scenario) => runsIn(manifest, scenario, variant)),
  );
  const unproved: string[] = [];
  const standings = new Map(variants.map((variant) => [variant, standingsFor(example, variant, context)]));
  const cellOf = (scenario: string, variant: string, traced: boolean): MatrixCellView | null => {
    if (!runsIn(manifest, scenario, variant)) return null;
    const hasDns = manifest.scenarios.some(({id, dns}) => id === scenario && dns !== undefined);
    const cell = provedCell(standings.get(variant)?.[0], scenario, hasDns && !traced);
    if (cell !== null && traced) cell.words = traceOf(standings.get(variant)?.[0], scenario);
    if (cell === null) unproved.push(`${scenario} (${variant})`);
    return cell;
  };
  const rowOf = (id: string, traced: boolean): MatrixRowView => ({
    scenario: id,
    title: manifest.scenarios.find((scenario) => scenario.id === id)?.title ?? id,
    href: context.addresses.scenario(example.id, id),
    cells: variants.map((variant) => cellOf(id, variant, traced)),
  });
  const proved = [...standings.values()].flatMap((all) => all[0]?.proof?.provedAt ?? []).sort();
  const view: MatrixView = {
    example: exampleRef(example, context),
    state: worstState([...standings.values()].flatMap((all) => all.slice(0, 1))),
    columns: variants.map((variant) => variantOf(example, variant)),
    groups: groups.map(({heading: title, scenarios, shows = 'outcome'}) => ({
      heading: title,
      shows,
      rows: scenarios.map((id) => rowOf(id, shows === 'trace')),
    })),
    provedAt: proved[0] ?? null,
  };
  return {view, unproved};
}

/** The last line that a run wrote to stderr, without what is the same in each: the package, and the name asked for. */
function traceOf(standing: Standing | undefined, scenario: string): string {
  const run = standing?.proof?.scenarios.find(({id}) => id === scenario);
  const last = run?.stderr.trimEnd().split('\n').at(-1) ?? '';
  const said = last.replace(/^go package net: (hostLookupOrder\(\S*\) (?==))?/, '');
  return said === '' ? 'nothing on stderr' : said;
}

function provedCell(
  standing: Standing | undefined,
  scenario: string,
  hasDns: boolean,
): MatrixCellView | null {
  const run = standing?.proof?.scenarios.find(({id}) => id === scenario);
  if (standing === undefined || run === undefined) return null;
  const {ok, words, seconds} = outcomeOf(run);
  return {
    ok,
    words,
    lookupSeconds: seconds,
    runSeconds: run.seconds,
    asked: hasDns ? {packets: run.dns.length, sockets: socketsOf(run.dns)} : null,
    state: standing.state,
  };
}

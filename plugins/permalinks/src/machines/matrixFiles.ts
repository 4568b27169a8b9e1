import type {Addresses} from '../../../verified-examples/src/pages/publish/addresses';
import type {MatrixView} from '../../../verified-examples/src/pages/model/matrixViews';
import type {ViewContext} from '../../../verified-examples/src/pages/views/context';
import {matrixView} from '../../../verified-examples/src/pages/views/matrix';
import type {Made} from '../made';
import {csvOf, type Cell} from './csv';

const COLUMNS = [
  'group',
  'scenario',
  'title',
  'variant',
  'variant_title',
  'ok',
  'words',
  'lookup_seconds',
  'run_seconds',
  'packets',
  'sockets',
  'state',
] as const;

/** Site paths of the table of an example, as CSV and as JSON. */
export function matrixPaths(id: string, addresses: Pick<Addresses, 'page'>): {csv: string; json: string} {
  const path = `${addresses.page(id)}/matrix`;
  return {csv: `${path}.csv`, json: `${path}.json`};
}

/** The table of each example that has one, a line a run. */
export function matrixFiles(context: ViewContext): Made[] {
  return context.collection.examples.flatMap((example) => {
    const view = matrixView(example, context)?.view;
    if (view === undefined) return [];
    const {csv, json} = matrixPaths(example.id, context.addresses);
    const rows = rowsOf(view);
    const records = rows.map((row) => Object.fromEntries(COLUMNS.map((name, at) => [name, row[at]])));
    const {id, title} = view.example;
    return [
      {path: csv, bytes: csvOf([COLUMNS, ...rows])},
      {
        path: json,
        bytes: `${JSON.stringify({example: id, title, provedAt: view.provedAt, runs: records}, null, 2)}\n`,
      },
    ];
  });
}

/** A row for each run of the table, in the order of its columns. */
function rowsOf({groups, columns}: MatrixView): Cell[][] {
  return groups.flatMap(({heading, rows}) =>
    rows.flatMap(({scenario, title, cells}) =>
      columns.flatMap((variant, at): Cell[][] => {
        const cell = cells[at];
        if (cell == null) return [];
        const {ok, words, lookupSeconds, runSeconds, asked, state} = cell;
        return [
          [
            ...[heading, scenario, title, variant.id, variant.title, ok, words, lookupSeconds, runSeconds],
            ...[asked?.packets ?? null, asked?.sockets ?? null, state],
          ],
        ];
      }),
    ),
  );
}

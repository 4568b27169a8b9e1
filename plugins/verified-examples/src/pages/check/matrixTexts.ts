import type {Example} from '../../example/collect/example';
import {formatLookupSeconds, formatSeconds} from '../client/format/seconds';
import type {MatrixCellView, MatrixGroupView, MatrixView} from '../model/matrixViews';
import {matrixView} from '../views/matrix';
import type {ViewContext} from '../views/context';
import type {Proved} from './texts';

/** The matrix of an example, whole and by group, as the text of its cells: nothing may be in another row or column. */
export function matrixTexts(example: Example, context: ViewContext): Proved[] {
  const headings = example.manifest.matrix?.map(({heading}) => heading) ?? [];
  return [undefined, ...headings].flatMap((heading) => {
    const view = matrixView(example, context, heading)?.view;
    return view === undefined
      ? []
      : [
          {
            kind: 'matrix' as const,
            text: tableText(rowsOf(view)),
            example: example.id,
            state: view.state.state,
          },
        ];
  });
}

/** @param rows - The text of each cell */
export function tableText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.join(' | ')).join('\n');
}

function rowsOf({columns, groups}: MatrixView): string[][] {
  const heads = ['Scenario', ...columns.map(({title}) => title)];
  return [
    heads,
    ...groups.flatMap(({heading, shows, rows}) => [
      ...(groups.length > 1 ? [[heading]] : []),
      ...rows.map(({title, cells}) => [title, ...cells.map((cell) => cellText(cell, shows))]),
    ]),
  ];
}

function cellText(cell: MatrixCellView | null, shows: MatrixGroupView['shows']): string {
  if (cell === null) return 'not run';
  const {ok, words, lookupSeconds, runSeconds, asked} = cell;
  if (shows === 'trace') return words;
  const time = lookupSeconds === null ? formatSeconds(runSeconds) : formatLookupSeconds(lookupSeconds);
  const cost =
    asked === null ? '' : ` ${counted(asked.packets, 'packet')} ${counted(asked.sockets, 'socket')}`;
  return `${ok ? 'works' : 'fails'}: ${words}${time}${cost}`;
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

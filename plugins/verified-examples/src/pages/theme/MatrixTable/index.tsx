import clsx from 'clsx';
import {useId, type ReactNode} from 'react';
import SiteLink from '../../client/site/SiteLink';
import {formatDay} from '../../client/format/moments';
import type {MatrixGroupView, MatrixRowView, MatrixView} from '../../model/matrixViews';
import Hidden from '../Hidden';
import ScrollFrame from '../ScrollFrame';
import StateBadge from '../StateBadge';
import {alike} from './alike';
import Cell, {TraceCell} from './Cell';
import styles from './styles.module.css';

/** As many columns, the first included, fit on a phone side by side. */
const FIT_A_PHONE = 2;

/**
 * Scenarios against variants. The title stands before the table, whose role takes no caption. Roles are spelled out because on a phone each row is drawn as a card with
 * `display: block`, which takes the table's meaning away in some browsers.
 */
export default function MatrixTable({view}: {view: MatrixView}): ReactNode {
  const {example, columns, groups, state, provedAt} = view;
  const named = groups.length > 1;
  const title = named ? example.title : `${example.title}: ${groups[0]?.heading ?? ''}`;
  const id = useId();
  const cards = columns.length + 1 > FIT_A_PHONE;
  return (
    <ScrollFrame label={title}>
      <p id={`${id}title`} className={styles.title}>
        <SiteLink href={example.href}>{title}</SiteLink>
        <span className={styles.proved}>
          <StateBadge state={state.state} />
          {provedAt !== null && <time dateTime={provedAt}>{formatDay(provedAt)}</time>}
        </span>
      </p>
      <table
        role="table"
        aria-labelledby={`${id}title`}
        className={clsx(styles.matrix, cards && styles.cards)}
        data-proof={state.state}
        data-example={example.id}
        data-matrix={named ? '' : groups[0]?.heading}
      >
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              Scenario
            </th>
            {columns.map(({id, title: name}) => (
              <th key={id} role="columnheader" scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({heading, shows, rows}) => (
          <tbody key={heading} role="rowgroup">
            {named && (
              <tr role="row" className={styles.group}>
                <th role="rowheader" scope="rowgroup" colSpan={columns.length + 1}>
                  {heading}
                </th>
              </tr>
            )}
            {rows.map((row) => (
              <Row key={row.scenario} row={row} columns={columns} shows={shows} />
            ))}
          </tbody>
        ))}
      </table>
    </ScrollFrame>
  );
}

interface RowProps {
  row: MatrixRowView;
  columns: MatrixView['columns'];
  shows: MatrixGroupView['shows'];
}

function Row({row, columns, shows}: RowProps): ReactNode {
  const Shown = shows === 'trace' ? TraceCell : Cell;
  const cells = columns.map((_, index) => row.cells[index] ?? null);
  const spokenFor = alike(cells, shows);
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <SiteLink href={row.href}>{row.title}</SiteLink>
      </th>
      {cells.map((cell, index) => {
        const label = (spokenFor[index] ?? []).map((column) => columns[column]?.title).join('\n');
        return (
          <td
            key={columns[index]?.id}
            role="cell"
            data-label={label}
            data-told={cell === null || label === '' ? '' : undefined}
          >
            {cell === null ? <Hidden>not run</Hidden> : <Shown cell={cell} />}
          </td>
        );
      })}
    </tr>
  );
}

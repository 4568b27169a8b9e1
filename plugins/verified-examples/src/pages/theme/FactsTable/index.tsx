import clsx from 'clsx';
import {Fragment, type ReactNode} from 'react';
import styles from './styles.module.css';

export interface FactsRow {
  key: string;
  /** The first heads the row. Where there are fewer than columns, the last takes those that are left. */
  cells: ReactNode[];
  /** What has no column, under the row in its whole width. */
  below?: ReactNode;
}

interface Props {
  /** Accessible name. */
  label: string;
  head: string[];
  rows: FactsRow[];
  /** On a phone: each row a card, or a table that scrolls under its first column (to compare columns). */
  phone?: 'cards' | 'table';
  /** State of the proof that the table as a whole has. */
  proof?: string;
}

/**
 * A table of facts. Roles are spelled out because the cards of a phone are made with `display: block`, which takes
 * the table's meaning away in some browsers.
 */
export default function FactsTable({label, head, rows, phone = 'cards', proof}: Props): ReactNode {
  return (
    <table
      role="table"
      aria-label={label}
      className={clsx(styles.facts, phone === 'cards' && styles.cards)}
      data-proof={proof}
      data-matrix={proof === undefined ? undefined : label}
    >
      <thead role="rowgroup">
        <tr role="row">
          {head.map((text) => (
            <th key={text} role="columnheader" scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({key, cells: [first, ...rest], below}) => (
          <Fragment key={key}>
            <tr role="row" className={clsx(below !== undefined && styles.above)}>
              <th role="rowheader" scope="row">
                {first}
              </th>
              {rest.map((cell, index) => {
                const left = index === rest.length - 1 ? head.length - 1 - index : 1;
                return (
                  <td
                    key={head[index + 1]}
                    role="cell"
                    colSpan={left > 1 ? left : undefined}
                    data-label={left > 1 ? undefined : head[index + 1]}
                  >
                    <div>{cell}</div>
                  </td>
                );
              })}
            </tr>
            {below !== undefined && (
              <tr role="row" className={styles.below}>
                <td role="cell" colSpan={head.length}>
                  {below}
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

import type {ReactNode} from 'react';
import type {MatrixCellView} from '../../model/matrixViews';
import Hidden from '../Hidden';
import styles from './styles.module.css';
import {formatTime} from './formatTime';

/** One run in few words: whether it went well, what came, how long it took, what it cost. */
export default function Cell({cell}: {cell: MatrixCellView}): ReactNode {
  const {ok, words, asked} = cell;
  const cost = asked === null ? [] : [counted(asked.packets, 'packet'), counted(asked.sockets, 'socket')];
  return (
    <div className={styles.cell}>
      <span>
        <Mark ok={ok} />
        {words}
      </span>
      <span className={styles.facts}>
        <b>{formatTime(cell)}</b>
        {cost.map((fact) => (
          <span key={fact}> {fact}</span>
        ))}
      </span>
    </div>
  );
}

/** What a run said of itself; whether its lookup found anything is another question. */
export function TraceCell({cell: {words}}: {cell: MatrixCellView}): ReactNode {
  return <code className={styles.trace}>{words}</code>;
}

function Mark({ok}: {ok: boolean}): ReactNode {
  return (
    <>
      <svg
        viewBox="0 0 12 12"
        className={ok ? styles.ok : styles.failed}
        aria-hidden="true"
        focusable="false"
      >
        <path d={ok ? 'M1.5 6.5 4.8 10 10.5 2.5' : 'M2 2 10 10M10 2 2 10'} />
      </svg>
      <Hidden>{ok ? 'works: ' : 'fails: '}</Hidden>
    </>
  );
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

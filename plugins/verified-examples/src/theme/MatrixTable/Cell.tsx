import type {ReactNode} from 'react';
import {lookupSecondsInWords, secondsInWords} from '../../client/words/seconds';
import type {MatrixCellView} from '../../model/matrixViews';
import Hidden from '../Hidden';
import styles from './styles.module.css';

/** One run in few words: whether it went well, what came, how long it took, what it cost. */
export default function Cell({cell}: {cell: MatrixCellView}): ReactNode {
  const {ok, words, lookupSeconds, runSeconds, asked} = cell;
  const facts = [
    lookupSeconds === null ? secondsInWords(runSeconds) : lookupSecondsInWords(lookupSeconds),
    ...(asked === null ? [] : [counted(asked.packets, 'packet'), counted(asked.sockets, 'socket')]),
  ];
  return (
    <div className={styles.cell}>
      <span className={ok ? styles.ok : styles.failed}>
        <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
          <path d={ok ? 'M1.5 6.5 4.8 10 10.5 2.5' : 'M2 2 10 10M10 2 2 10'} />
        </svg>
        <Hidden>{ok ? 'works: ' : 'fails: '}</Hidden>
        {words}
      </span>
      <span className={styles.facts}>{facts.map(unbroken).join(' · ')}</span>
    </div>
  );
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A number stays on the line of its unit. */
function unbroken(fact: string): string {
  return fact.replaceAll(' ', '\u00a0');
}

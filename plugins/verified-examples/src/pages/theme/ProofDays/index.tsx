import type {ReactNode} from 'react';
import {formatDay} from '../../client/format/moments';
import type {ProofDaysView} from '../../model/views';
import styles from './styles.module.css';

/** Under the title of a guide: when what stands below was proved. */
export default function ProofDays({view: {oldest, youngest}}: {view: ProofDaysView}): ReactNode {
  const [from, to] = [oldest, youngest].map((moment) => (
    <time key={moment} dateTime={moment}>
      {formatDay(moment)}
    </time>
  ));
  return (
    <p className={styles.days}>
      {formatDay(oldest) === formatDay(youngest) ? (
        <>Proved on {to}</>
      ) : (
        <>
          Proved from {from} to {to}
        </>
      )}
    </p>
  );
}

import clsx from 'clsx';
import type {ReactNode} from 'react';
import {isAlarming} from '../../client/format/facts';
import type {StateView} from '../../model/views';
import StateBadge from '../StateBadge';
import styles from './styles.module.css';

/** Why a state is not plainly "verified": what moved upstream, or what keeps the proof from holding. */
export default function StateReasons({state: {state, reasons}}: {state: StateView}): ReactNode {
  if (reasons.length === 0 && !isAlarming(state)) return null;
  return (
    <div className={clsx(styles.reasons, styles[state])} data-reasons={state}>
      {isAlarming(state) && <StateBadge state={state} />}
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
        {isAlarming(state) && <li>This cannot be published: the build stops here.</li>}
      </ul>
    </div>
  );
}

import clsx from 'clsx';
import type {ReactNode} from 'react';
import {STATE_WORDS} from '../../client/format/facts';
import type {State} from '../../../proof/gate/state';
import styles from './styles.module.css';

/** Drawn, not typed: the site's fonts lack these signs, and forced colours drop backgrounds but keep strokes. */
const SHAPES: Readonly<Record<State, ReactNode>> = {
  verified: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  moved: <path d="M6 .5 11.5 6 6 11.5.5 6Z" fill="currentColor" />,
  expired: <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  stale: <Cross />,
  failed: <Cross />,
  missing: <Cross />,
};

/** A state as a word and a shape, never as a colour alone. */
export default function StateBadge({state}: {state: State}): ReactNode {
  return (
    <span className={clsx(styles.badge, styles[state])} data-state={state}>
      <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {SHAPES[state]}
      </svg>
      {STATE_WORDS[state]}
    </span>
  );
}

function Cross(): ReactNode {
  return <path d="M2 2 10 10M10 2 2 10" fill="none" stroke="currentColor" strokeWidth="2.4" />;
}

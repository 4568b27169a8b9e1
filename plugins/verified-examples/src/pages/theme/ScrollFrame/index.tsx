import type {ReactNode} from 'react';
import styles from './styles.module.css';

/** Lets a wide table scroll inside its own frame, by keyboard too. */
export default function ScrollFrame({label, children}: {label: string; children: ReactNode}): ReactNode {
  return (
    <div className={styles.frame} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

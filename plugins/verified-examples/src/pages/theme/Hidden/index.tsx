import type {ReactNode} from 'react';
import styles from './styles.module.css';

interface Props {
  children?: ReactNode;
  /** `status`: what comes to stand here is read out. */
  role?: 'status' | undefined;
}

/** Words for those who do not see the page. */
export default function Hidden({children, role}: Props): ReactNode {
  return (
    <span className={styles.hidden} role={role}>
      {children}
    </span>
  );
}

import type {ReactNode} from 'react';
import styles from './styles.module.css';

/** Words for those who do not see the page. */
export default function Hidden({children}: {children: ReactNode}): ReactNode {
  return <span className={styles.hidden}>{children}</span>;
}

import Link from '@docusaurus/Link';
import type {ReactNode} from 'react';
import FindBox from '../../FindBox';
import styles from './styles.module.css';

/** Of an address that leads nowhere: most who come by one have an error to look up. */
export default function NotFoundContent(): ReactNode {
  return (
    <main className={styles.page}>
      <h1>There is no page at this address</h1>
      <p>
        Addresses that were published keep working, so a letter may be missing. Find the page, or begin at{' '}
        <Link to="/">the start</Link>.
      </p>
      <FindBox />
    </main>
  );
}

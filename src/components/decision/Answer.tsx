import Link from '@docusaurus/Link';
import type {ReactNode} from 'react';
import styles from './Decision.module.css';
import {pageOf, type Leaf} from './tree';

export default function Answer({leaf}: {leaf: Leaf}): ReactNode {
  return (
    <div className={styles.answer}>
      <p className={styles.title}>{leaf.title}</p>
      <p>{leaf.why}</p>
      <p>
        <Link to={pageOf(leaf)}>Copy the Dockerfile</Link> ·{' '}
        <Link to={`/examples/${leaf.example}#receipt`}>See its proof</Link>
      </p>
    </div>
  );
}

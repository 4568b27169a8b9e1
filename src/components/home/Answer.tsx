import Link from '@docusaurus/Link';
import type {ReactNode} from 'react';
import {EXAMPLES} from './addresses';
import styles from './Decision.module.css';

interface Props {
  example: string;
  title: string;
  why: string;
}

export default function Answer({example, title, why}: Props): ReactNode {
  const page = `${EXAMPLES}/${example}`;
  return (
    <div className={styles.answer}>
      <p className={styles.title}>{title}</p>
      <p>{why}</p>
      <p>
        <Link to={page}>Copy the Dockerfile</Link> · <Link to={`${page}#receipt`}>See its proof</Link>
      </p>
    </div>
  );
}

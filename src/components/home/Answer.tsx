import Link from '@docusaurus/Link';
import {Fragment, type ReactNode} from 'react';
import {EXAMPLES} from './addresses';
import styles from './Decision.module.css';

interface Props {
  example: string;
  title: string;
  why: string;
  /** Examples for nearly the same case, with what each is called here. */
  also?: readonly (readonly [example: string, label: string])[];
}

export default function Answer({example, title, why, also = []}: Props): ReactNode {
  const page = `${EXAMPLES}/${example}`;
  return (
    <div className={styles.answer}>
      <p className={styles.title}>{title}</p>
      <p>{why}</p>
      <p>
        <Link to={page}>Copy the Dockerfile</Link> · <Link to={`${page}#receipt`}>See its proof</Link>
      </p>
      {also.length > 0 && (
        <p>
          Or{' '}
          {also.map(([other, label], index) => (
            <Fragment key={other}>
              {index > 0 && ' · '}
              <Link to={`${EXAMPLES}/${other}`}>{label}</Link>
            </Fragment>
          ))}
        </p>
      )}
    </div>
  );
}

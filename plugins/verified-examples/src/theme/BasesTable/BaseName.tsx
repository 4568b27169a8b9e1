import type {ReactNode} from 'react';
import type {BaseRowView} from '../../model/views';
import styles from './styles.module.css';

/** The names of a row's bases, and how they are known to differ from the public ones. */
export default function BaseName({row: {names, approximations}}: {row: BaseRowView}): ReactNode {
  const also = names.flatMap(({aliases}) => aliases);
  return (
    <>
      {names.map(({ref}) => (
        <code key={ref} className={styles.name}>
          {ref}
        </code>
      ))}
      {also.length > 0 && (
        <details className={styles.more}>
          <summary>also named</summary>
          {also.join(', ')}
        </details>
      )}
      {approximations.length > 0 && (
        <details className={styles.more}>
          <summary>known to differ</summary>
          <ul>
            {approximations.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

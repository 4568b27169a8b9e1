import type {ReactNode} from 'react';
import type {TranscriptView} from '../../model/views';
import styles from './styles.module.css';

interface Props {
  queries: TranscriptView['dns'];
  /** Where the reader compares what their own command printed, which has no such list. */
  folded: boolean;
}

/** Every query that reached the name server, in order. */
export default function DnsQueries({queries, folded}: Props): ReactNode {
  const list = (
    <ol className={styles.lines}>
      {queries.map(({name, type, transport, server, edns, sourcePort}, index) => (
        // A resolver that repeats itself asks the very same question again.
        <li key={index}>
          <b>
            {type} {name}
          </b>{' '}
          <span>
            {transport} to {server} from port {sourcePort}
            {edns && ', EDNS'}
          </span>
        </li>
      ))}
    </ol>
  );
  return folded ? (
    <details className={styles.extra}>
      <summary>
        Asked of the name server: {queries.length} {queries.length === 1 ? 'query' : 'queries'}
      </summary>
      {list}
    </details>
  ) : (
    <div className={styles.extra}>
      <p>Asked of the name server</p>
      {list}
    </div>
  );
}

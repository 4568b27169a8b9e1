import type {ReactNode} from 'react';
import type {TranscriptView} from '../../model/views';
import styles from './styles.module.css';

/** Every query that reached the name server, in order. */
export default function DnsQueries({queries}: {queries: TranscriptView['dns']}): ReactNode {
  return (
    <div className={styles.extra}>
      <p>Asked of the name server</p>
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
    </div>
  );
}

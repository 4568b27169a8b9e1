import type {ReactNode} from 'react';
import {useSiteCounts} from '../../client/site/useSiteCounts';
import {countRows} from '../../client/format/counts';
import {formatDay} from '../../client/format/moments';
import styles from './styles.module.css';

/** How much there is and how much of it is proved, as counted when the site was built. */
export default function Counts(): ReactNode {
  const counts = useSiteCounts();
  const {lastVerified} = counts;
  return (
    <figure className={styles.counts} aria-label="Counts of this site">
      <dl>
        {countRows(counts).map(({name, value, meaning}) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <b>{value.toLocaleString('en-US')}</b> <span>{meaning}</span>
            </dd>
          </div>
        ))}
      </dl>
      {lastVerified !== null && (
        <figcaption>
          Last proof on <time dateTime={lastVerified}>{formatDay(lastVerified)}</time>
        </figcaption>
      )}
    </figure>
  );
}

import clsx from 'clsx';
import type {ReactNode} from 'react';
import {formatDay, formatDayOrMonth} from '../../../../verified-examples/src/pages/client/format/moments';
import FileLink from '../../../../verified-examples/src/pages/client/site/FileLink';
import SectionHeading from '../../../../verified-examples/src/pages/client/site/SectionHeading';
import type {ChangeView, MonthView} from '../../changes/changesView';
import list from '../../../../verified-examples/src/pages/theme/listPage.module.css';
import styles from './styles.module.css';

/** More than these are folded. */
const FEW = 8;

/** What has happened in one month; what was published for the first time comes last. */
export default function Month({month: {month, changes, published}}: {month: MonthView}): ReactNode {
  return (
    <section aria-labelledby={month}>
      <SectionHeading level="h2" id={month}>
        {formatDayOrMonth(month)}
      </SectionHeading>
      {changes.length > 0 && <List changes={changes} />}
      {published.length > 0 && (
        <details open={published.length <= FEW}>
          <summary>
            {published.length} {published.length === 1 ? 'address was' : 'addresses were'} given for the first
            time
          </summary>
          <List changes={published} />
        </details>
      )}
    </section>
  );
}

/** Links leave the pages that are rendered here: a revision is a file of its own. */
function List({changes}: {changes: ChangeView[]}): ReactNode {
  return (
    <ul className={clsx(list.list, styles.list)}>
      {changes.map(({id, day, what, title, address, why}) => (
        <li key={id}>
          <span className={styles.what}>{what}</span>
          <FileLink href={address} className={styles.name}>
            {title}
          </FileLink>
          <time dateTime={day}>{formatDay(day)}</time>
          {why !== null && <p>{why}</p>}
        </li>
      ))}
    </ul>
  );
}

import clsx from 'clsx';
import type {ReactNode} from 'react';
import SiteLink from '../../client/site/SiteLink';
import {formatDay} from '../../client/format/moments';
import type {SymptomLine} from '../../model/symptomViews';
import StateBadge from '../StateBadge';
import SymptomName from '../SymptomName';
import SymptomOther from '../SymptomName/Other';
import list from '../listPage.module.css';
import styles from './styles.module.css';

/** Symptoms one below the other: what was printed, what has happened, and whether it still holds. */
export default function SymptomList({symptoms}: {symptoms: SymptomLine[]}): ReactNode {
  return (
    <ul className={clsx(list.list, styles.list)}>
      {symptoms.map(({symptom, state, provedAt}) => (
        <li key={symptom.id}>
          <SiteLink href={symptom.href} className={styles.name}>
            <SymptomName symptom={symptom} />
          </SiteLink>
          <p className={styles.other}>
            <SymptomOther symptom={symptom} />
          </p>
          <p className={styles.standing}>
            <StateBadge state={state.state} />
            {provedAt !== null && <time dateTime={provedAt}>{formatDay(provedAt)}</time>}
          </p>
        </li>
      ))}
    </ul>
  );
}

import type {ReactNode} from 'react';
import SectionHeading from '../../client/site/SectionHeading';
import SiteLink from '../../client/site/SiteLink';
import type {SymptomPageView} from '../../model/symptomViews';
import {InlineProse} from '../Prose';
import SymptomName from '../SymptomName';
import styles from './styles.module.css';

/** Symptoms that look alike and have another cause. */
export default function MistakenFor({others}: {others: SymptomPageView['mistakenFor']}): ReactNode {
  if (others.length === 0) return null;
  return (
    <>
      <SectionHeading level="h2" id="mistaken-for">
        Easily mistaken for
      </SectionHeading>
      <ul>
        {others.map(({symptom, difference}) => (
          <li key={symptom.id}>
            <SiteLink href={symptom.href}>
              <SymptomName symptom={symptom} />
            </SiteLink>
            <span className={styles.difference}>
              <InlineProse view={difference} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

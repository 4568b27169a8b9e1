import type {ReactNode} from 'react';
import SiteLink from '../../client/site/SiteLink';
import type {ExamplePageView} from '../../model/views';
import SymptomName from '../SymptomName';
import styles from './styles.module.css';

/** Which symptoms this example prints on purpose, and what fixes each. */
export default function TwinsSection({twins}: Pick<ExamplePageView, 'twins'>): ReactNode {
  if (twins.length === 0) return null;
  return (
    <ul className={styles.twins} aria-label="Symptoms shown here">
      {twins.map(({symptom, failsHref, fix}) => (
        <li key={symptom.id}>
          <SiteLink href={failsHref}>{symptom.heads === 'text' ? 'Prints' : 'Shows'}</SiteLink>{' '}
          <SiteLink href={symptom.href}>
            <SymptomName symptom={symptom} />
          </SiteLink>
          , fixed by <SiteLink href={fix.href}>{fix.title}</SiteLink>
        </li>
      ))}
    </ul>
  );
}

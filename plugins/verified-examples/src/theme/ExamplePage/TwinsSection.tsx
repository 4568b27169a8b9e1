import type {ReactNode} from 'react';
import SiteLink from '../../client/site/SiteLink';
import type {ExamplePageView} from '../../model/views';
import styles from './styles.module.css';

/** Which symptoms this example prints on purpose, and what fixes each. */
export default function TwinsSection({twins}: Pick<ExamplePageView, 'twins'>): ReactNode {
  if (twins.length === 0) return null;
  return (
    <ul className={styles.twins} aria-label="Symptoms shown here">
      {twins.map(({symptom, text, href, failsHref, fix}) => (
        <li key={symptom}>
          <SiteLink href={failsHref}>Prints</SiteLink>{' '}
          <SiteLink href={href}>
            <code>{text}</code>
          </SiteLink>
          , fixed by <SiteLink href={fix.href}>{fix.title}</SiteLink>
        </li>
      ))}
    </ul>
  );
}

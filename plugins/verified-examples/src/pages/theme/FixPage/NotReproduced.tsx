import type {ReactNode} from 'react';
import SectionHeading from '../../client/site/SectionHeading';
import type {NotReproducedView} from '../../model/symptomViews';
import Prose from '../Prose';
import styles from './styles.module.css';

/** Texts that are known from elsewhere alone: said to be unproved, each with the reason. */
export default function NotReproduced({symptoms}: {symptoms: NotReproducedView[]}): ReactNode {
  if (symptoms.length === 0) return null;
  return (
    <section aria-labelledby="not-reproduced" className={styles.unproved}>
      <SectionHeading level="h2" id="not-reproduced">
        Not reproduced here
      </SectionHeading>
      <p>Nothing here printed these texts; they are as others reported them.</p>
      {symptoms.map(({id, text, why, source}) => (
        <div key={id} className={styles.entry}>
          <SectionHeading level="h3" id={id}>
            <code translate="no">{text}</code>
          </SectionHeading>
          <Prose view={why} />
          <p>
            Reported in <a href={source.url}>{source.title}</a>
          </p>
        </div>
      ))}
    </section>
  );
}

import type {ReactNode} from 'react';
import SectionHeading from '../../client/site/SectionHeading';
import SiteLink from '../../client/site/SiteLink';
import type {OptionView} from '../../model/optionViews';
import Changes from '../SymptomPage/Changes';
import styles from './styles.module.css';

/** What may be added to the recipe, each as the lines that change, folded. */
export default function OptionsSection({options}: {options: OptionView[]}): ReactNode {
  if (options.length === 0) return null;
  return (
    <>
      <SectionHeading level="h2" id="options">
        Options
      </SectionHeading>
      <p>Each is this Dockerfile with a few lines more, and has a proof of its own.</p>
      {options.map(({title, change, example, href, state}) => (
        <details key={href} className={styles.other}>
          <summary>{title}</summary>
          <Changes changes={[change]} example={example.id} state={state} />
          <p>
            Proved in <SiteLink href={href}>{example.title}</SiteLink>
          </p>
        </details>
      ))}
    </>
  );
}

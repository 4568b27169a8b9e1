import type {ReactNode} from 'react';
import SectionHeading from '../../client/site/SectionHeading';
import type {SymptomPageProps} from '../../model/symptomViews';
import Kept from '../Kept';
import Prose from '../Prose';
import Confirm from './Confirm';
import FixStep from './FixStep';
import styles from './styles.module.css';

/** Confirm, Fix, Why, in the order in which a reader on call needs them. */
export default function Steps({view, kept}: SymptomPageProps): ReactNode {
  return (
    <ol className={styles.steps}>
      <Step id="confirm" title="Confirm">
        <Confirm view={view} kept={kept} />
      </Step>
      <Step id="fix" title="Fix">
        <Prose view={view.repair} />
        <Kept id="fix" view={kept}>
          {__HAS_VIEWS__ ? (all) => <FixStep view={all} /> : undefined}
        </Kept>
      </Step>
      <Step id="why" title="Why">
        <Prose view={view.why} />
      </Step>
    </ol>
  );
}

interface StepProps {
  id: string;
  title: string;
  children: ReactNode;
}

function Step({id, title, children}: StepProps): ReactNode {
  return (
    <li>
      <div>
        <SectionHeading level="h2" id={id}>
          {title}
        </SectionHeading>
        {children}
      </div>
    </li>
  );
}

import type {ReactNode} from 'react';
import SiteLink from '../../client/site/SiteLink';
import type {SymptomPageView} from '../../model/symptomViews';
import ProofCard from '../ProofCard';
import Changes from './Changes';
import Recorded from './Recorded';
import styles from './styles.module.css';

/** What to do, the lines that change, the Dockerfile that has them, and the same command with the symptom gone. */
export default function FixStep({view}: {view: SymptomPageView}): ReactNode {
  const {changes, fixedFile, fix} = view;
  const {example, state} = fix.receipt;
  return (
    <>
      <Changes changes={changes} example={example.id} state={state.state} />
      {fixedFile === null ? (
        <p>In the same image{fix.run === null ? '' : `: ${fix.run.title}`}.</p>
      ) : changes.length === 0 ? (
        <>
          <p>
            Proved in <SiteLink href={example.href}>{example.title}</SiteLink>:
          </p>
          <ProofCard view={fixedFile} />
        </>
      ) : (
        <details className={styles.whole}>
          <summary>The whole Dockerfile stage: {example.title}</summary>
          <ProofCard view={fixedFile} />
        </details>
      )}
      <Recorded run={fix.run} />
    </>
  );
}

import clsx from 'clsx';
import type {ReactNode} from 'react';
import SectionHeading from '../../client/site/SectionHeading';
import SiteLink from '../../client/site/SiteLink';
import type {HalfView, SymptomPageView} from '../../model/symptomViews';
import ProofSummary from '../ProofSummary';
import ReceiptPanel from '../ReceiptPanel';
import Recorded from './Recorded';
import styles from './styles.module.css';

/** The failure that printed the text, and the fix that does not, each with its receipt. */
export default function ProofSection({view: {symptom, fails, fix}}: {view: SymptomPageView}): ReactNode {
  return (
    <>
      <SectionHeading level="h2" id="proof">
        Proof
      </SectionHeading>
      <div className={styles.halves}>
        <Half half={fails} title="Fails" kind={styles.fails}>
          <Recorded run={fails.run} mark={symptom.text} />
        </Half>
        <Half half={fix} title="Fixed" kind={styles.fixed}>
          <p className={styles.gone}>
            {fix.run === null ? (
              'There is no proved run yet.'
            ) : (
              <>
                After the fix{' '}
                <SiteLink href={fix.run.href}>
                  {fix.run.scenario === null ? 'the build' : `scenario ${fix.run.scenario}`}
                </SiteLink>
                , shown <a href="#fix">above</a>, no longer prints the message.
              </>
            )}
          </p>
        </Half>
      </div>
    </>
  );
}

interface HalfProps {
  half: HalfView;
  title: string;
  kind: string | undefined;
  children: ReactNode;
}

function Half({half: {receipt}, title, kind, children}: HalfProps): ReactNode {
  return (
    <section className={clsx(styles.half, kind)} aria-label={`${title}: ${receipt.example.title}`}>
      <p className={styles.which}>
        <strong>{title}</strong> <SiteLink href={receipt.example.href}>{receipt.example.title}</SiteLink>
      </p>
      {children}
      <details className={styles.receipt}>
        <summary>
          <ProofSummary state={receipt.state} proofs={receipt.proofs} />
          <span className={styles.opens}>receipt</span>
        </summary>
        <ReceiptPanel proofs={receipt.proofs} />
      </details>
    </section>
  );
}

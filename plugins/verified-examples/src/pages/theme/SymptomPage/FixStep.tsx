import type {ReactNode} from 'react';
import SiteLink from '../../client/site/SiteLink';
import type {SymptomPageView} from '../../model/symptomViews';
import ProofCard from '../ProofCard';
import Prose from '../Prose';
import Recorded from './Recorded';

/** What to do, the Dockerfile that does it, and the same command with the symptom gone. */
export default function FixStep({view: {repair, fixedFile, fix}}: {view: SymptomPageView}): ReactNode {
  const {example} = fix.receipt;
  return (
    <>
      <Prose view={repair} />
      {fixedFile === null ? (
        <p>In the same image{fix.run === null ? '' : `: ${fix.run.title}`}.</p>
      ) : (
        <>
          <p>
            Proved in <SiteLink href={example.href}>{example.title}</SiteLink>:
          </p>
          <ProofCard view={fixedFile} />
        </>
      )}
      <Recorded run={fix.run} />
    </>
  );
}

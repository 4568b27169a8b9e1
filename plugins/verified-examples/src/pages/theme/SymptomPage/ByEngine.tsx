import type {ReactNode} from 'react';
import SectionHeading from '../../client/site/SectionHeading';
import SiteLink from '../../client/site/SiteLink';
import type {SymptomPageView} from '../../model/symptomViews';
import Words from '../Words';

/** What the reader's own engine prints for it, where that is not what the page is headed by. */
export default function ByEngine({cases}: {cases: SymptomPageView['words']}): ReactNode {
  if (cases.length === 0) return null;
  return (
    <>
      <SectionHeading level="h2" id="engines">
        In your engine’s words
      </SectionHeading>
      <p>
        Docker, Podman and Kubernetes report it differently, and give other exit codes.{' '}
        <SiteLink href="/understand/engines">How they differ</SiteLink>.
      </p>
      {cases.map((view) => (
        <Words key={view.id} view={view} />
      ))}
    </>
  );
}

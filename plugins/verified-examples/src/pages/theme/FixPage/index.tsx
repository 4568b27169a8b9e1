import type {ReactNode} from 'react';
import PageLayout from '../../client/site/PageLayout';
import type {FixPageView} from '../../model/symptomViews';
import FixContent from './FixContent';

const DESCRIPTION =
  'Exact error texts of Go programs in containers, each with one command that confirms the cause and a fix that was run.';

/** All symptoms by group. */
export default function FixPage({kept}: {kept?: FixPageView}): ReactNode {
  return (
    <PageLayout title="Fix" description={DESCRIPTION}>
      <FixContent kept={kept} />
    </PageLayout>
  );
}

import type {ReactNode} from 'react';
import PageLayout from '../../../../verified-examples/src/pages/client/site/PageLayout';
import Kept from '../../../../verified-examples/src/pages/theme/Kept';
import type {ChangesPageView} from '../../changes/changesView';
import ChangesContent from './ChangesContent';

const DESCRIPTION =
  'New revisions, proofs made again, upstream moves and corrections of the guide, by month, with feeds.';

/** What has happened to what the site shows. */
export default function ChangesPage({kept}: {kept?: ChangesPageView}): ReactNode {
  return (
    <PageLayout title="What changed" description={DESCRIPTION}>
      <Kept id="changes" view={kept}>
        {__HAS_VIEWS__ ? (view) => <ChangesContent view={view} /> : undefined}
      </Kept>
    </PageLayout>
  );
}

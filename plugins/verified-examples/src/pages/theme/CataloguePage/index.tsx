import type {ReactNode} from 'react';
import PageLayout from '../../client/site/PageLayout';
import type {CatalogueView} from '../../model/views';
import Kept from '../Kept';
import CatalogueContent from './CatalogueContent';

const DESCRIPTION = 'Every example of the guide, with its state, linkage, base, size and date of proof.';

/** All examples at a glance. */
export default function CataloguePage({kept}: {kept?: CatalogueView}): ReactNode {
  return (
    <PageLayout title="Examples" description={DESCRIPTION}>
      <Kept id="examples" view={kept}>
        {__HAS_VIEWS__ ? (view) => <CatalogueContent view={view} /> : undefined}
      </Kept>
    </PageLayout>
  );
}

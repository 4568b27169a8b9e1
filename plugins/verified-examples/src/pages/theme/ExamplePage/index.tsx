import type {ReactNode} from 'react';
import PageLayout from '../../client/site/PageLayout';
import type {ExamplePageProps} from '../../model/views';
import Kept from '../Kept';
import ExampleContent from './ExampleContent';

/** The page of one example: all its files, runs and facts. */
export default function ExamplePage({title, description, kept}: ExamplePageProps): ReactNode {
  return (
    <PageLayout title={title} description={description}>
      <Kept id="example" view={kept}>
        {__HAS_VIEWS__ ? (view) => <ExampleContent view={view} /> : undefined}
      </Kept>
    </PageLayout>
  );
}

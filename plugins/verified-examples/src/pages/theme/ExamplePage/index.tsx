import type {ReactNode} from 'react';
import PageLayout from '../../client/site/PageLayout';
import type {ExamplePageView} from '../../model/views';
import ExampleContent from './ExampleContent';

/** The page of one example: all its files, runs and facts. */
export default function ExamplePage({view}: {view: ExamplePageView}): ReactNode {
  return (
    <PageLayout title={view.card.example.title} description={view.summary}>
      <ExampleContent view={view} />
    </PageLayout>
  );
}

import type {ReactNode} from 'react';
import PageLayout from '../../client/site/PageLayout';
import type {SymptomPageProps} from '../../model/symptomViews';
import SymptomContent from './SymptomContent';

/** The page of one symptom: how to confirm it, the fix, the mechanism, and the proof of all. */
export default function SymptomPage({view, kept}: SymptomPageProps): ReactNode {
  const {text, title, heads} = view.symptom;
  const said = heads === 'text' ? `${title}.` : `Prints ${text}.`;
  return (
    <PageLayout
      title={heads === 'text' ? text : title}
      description={`${said} One command that confirms it, and a fix that was run.`}
    >
      <SymptomContent view={view} kept={kept} />
    </PageLayout>
  );
}

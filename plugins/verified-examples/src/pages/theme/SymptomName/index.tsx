import type {ReactNode} from 'react';
import type {SymptomRef} from '../../model/symptomViews';

/** What a symptom is called: its exact text, or what has happened where the text is a single word. */
export default function SymptomName({symptom}: {symptom: SymptomRef}): ReactNode {
  return symptom.heads === 'text' ? <code translate="no">{symptom.text}</code> : symptom.title;
}

import type {ReactNode} from 'react';
import type {SymptomRef} from '../../model/symptomViews';

/** What goes with the name of a symptom: what has happened, or the text that is too short to be a name. */
export default function SymptomOther({symptom: {heads, text, title}}: {symptom: SymptomRef}): ReactNode {
  if (heads === 'text') return title;
  return (
    <>
      prints <code translate="no">{text}</code>
    </>
  );
}

import type {ReactNode} from 'react';
import {dayInWords} from '../../client/words/moments';
import type {SymptomPageView} from '../../model/symptomViews';
import CopyButton from '../CopyButton';
import StateBadge from '../StateBadge';
import styles from './styles.module.css';

/** The exact text, what has happened, and how far both can be believed. */
export default function Heading({view: {symptom, state, provedAt}}: {view: SymptomPageView}): ReactNode {
  return (
    <header>
      <div className={styles.text}>
        <h1 translate="no">{symptom.text}</h1>
        <CopyButton what="error text" text={() => symptom.text} />
      </div>
      <p className="lead">{symptom.title}.</p>
      <p className={styles.standing}>
        <StateBadge state={state.state} />
        {provedAt !== null && (
          <span>
            proved <time dateTime={provedAt}>{dayInWords(provedAt)}</time>
          </span>
        )}
      </p>
    </header>
  );
}

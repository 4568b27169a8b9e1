import type {ReactNode} from 'react';
import {formatDay} from '../../client/format/moments';
import type {SymptomFrame} from '../../model/symptomViews';
import CopyButton from '../CopyButton';
import StateBadge from '../StateBadge';
import styles from './Heading.module.css';

/** The exact text, what has happened, and how far both can be believed. A text of one word is no heading. */
export default function Heading({view: {symptom, state, provedAt}}: {view: SymptomFrame}): ReactNode {
  const {text, title, heads} = symptom;
  return (
    <header className={styles.heading}>
      {heads === 'title' && <h1>{title}</h1>}
      <div className={styles.text}>
        {heads === 'text' ? (
          <h1 translate="no" data-copied>
            {text}
          </h1>
        ) : (
          <code translate="no" data-copied>
            {text}
          </code>
        )}
        <CopyButton what="error text" />
      </div>
      {heads === 'text' && <p className="lead">{title}.</p>}
      <p className={styles.standing}>
        <StateBadge state={state.state} />
        {provedAt !== null && (
          <span>
            proved <time dateTime={provedAt}>{formatDay(provedAt)}</time>
          </span>
        )}
      </p>
    </header>
  );
}

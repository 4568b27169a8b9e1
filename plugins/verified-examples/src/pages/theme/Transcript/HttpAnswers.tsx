import type {ReactNode} from 'react';
import type {TranscriptView} from '../../model/views';
import Marked from './Marked';
import styles from './styles.module.css';

interface Props {
  view: TranscriptView;
  mark: string | undefined;
}

/** What the service in the container answered. */
export default function HttpAnswers({view: {http, state, example, scenario}, mark}: Props): ReactNode {
  return (
    <div className={styles.extra}>
      <p>Asked over HTTP</p>
      {http.map(({request, status, body}, index) => (
        <pre
          // The same request may have been sent twice.
          key={index}
          className={styles.pre}
          tabIndex={0}
          role="group"
          aria-label={`Answer to ${request}`}
          translate="no"
          data-proof={state.state}
          data-example={example.id}
          data-scenario={scenario ?? undefined}
        >
          <code className={styles.request}>
            {request} → {status}
          </code>
          {body !== '' && (
            <span className={styles.stdout}>
              <samp data-stream="body">
                <Marked text={body.endsWith('\n') ? body.slice(0, -1) : body} mark={mark} />
              </samp>
            </span>
          )}
        </pre>
      ))}
    </div>
  );
}

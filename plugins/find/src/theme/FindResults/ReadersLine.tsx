import type {ReactNode} from 'react';
import type {Segment} from '../../../../../src/find/underlined';
import styles from './styles.module.css';

/** A reader's own line: the words that the guide knows underlined, and each value named. */
export default function ReadersLine({segments}: {segments: readonly Segment[]}): ReactNode {
  const slots = segments.filter(({role}) => role === 'slot');
  return (
    <div className={styles.line}>
      <code translate="no">
        {/* Pieces of one line keep their order. */}
        {segments.map(({role, text}, index) =>
          role === 'fixed' ? (
            <u key={index}>{text}</u>
          ) : role === 'slot' ? (
            <mark key={index}>{text}</mark>
          ) : (
            <span key={index}>{text}</span>
          ),
        )}
      </code>
      {slots.length > 0 && (
        <ul className={styles.slots}>
          {slots.map(({text, name, proved}, index) => (
            <li key={index}>
              {name}: <code>{text}</code>
              {proved !== undefined && (
                <>
                  , proved with <code>{proved}</code>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

import type {ReactNode} from 'react';
import type {Answered} from '../../../../../src/find/answer';
import Found from './Found';
import NotFound from './NotFound';
import Pages from './Pages';
import styles from './styles.module.css';

/** So many causes are shown at once; a log with more has them folded. */
const SHOWN = 3;
const GUESSED = 5;

/** All that was found for a text. */
export default function FindResults({answered}: {answered: Answered}): ReactNode {
  const {found, facts, pages, masked} = answered;
  const rest = found.slice(SHOWN);
  return (
    <div className={styles.results}>
      {found.slice(0, SHOWN).map((one) => (
        <Found key={`${one.line} ${one.symptom.id}`} found={one} />
      ))}
      {rest.length > 0 && (
        <details className={styles.after}>
          <summary>{rest.length} more in this text</summary>
          {rest.map((one) => (
            <Found key={`${one.line} ${one.symptom.id}`} found={one} />
          ))}
        </details>
      )}
      {found.length > 0 && facts.length > 0 && (
        <section className={styles.facts} aria-label="What else the text tells">
          <h2 className={styles.heading}>The text also tells</h2>
          <ul>
            {facts.map(({kind, value, line, says}) => (
              <li key={`${kind} ${value}`}>
                line {line}: {says}
              </li>
            ))}
          </ul>
        </section>
      )}
      {masked !== undefined && pages.length > 0 && (
        <p className={styles.tier}>
          <b>A guess</b> <span>pages with some of these words</span>
        </p>
      )}
      <Pages pages={masked !== undefined ? pages.slice(0, GUESSED) : pages} />
      {masked !== undefined && <NotFound masked={masked} />}
    </div>
  );
}

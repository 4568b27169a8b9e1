import type {ReactNode} from 'react';
import SiteLink from '../../client/site/SiteLink';
import {GROUP_WORDS} from '../../client/format/groups';
import type {SymptomPageView, SymptomRef} from '../../model/symptomViews';
import styles from './styles.module.css';

/** The symptoms of the same group, beside the page where there is room. */
export default function Siblings({view}: {view: SymptomPageView}): ReactNode {
  const {group, siblings, symptom, indexHref} = view;
  return (
    <nav className={styles.side} aria-label="Symptoms">
      <p>{GROUP_WORDS[group]}</p>
      <ul>
        {siblings.map(({id, text, title, heads, href}) => (
          <li key={id}>
            <SiteLink
              className={styles.sibling}
              href={href}
              title={text}
              {...(id === symptom.id && {'aria-current': 'page'})}
            >
              {heads === 'text' && <span className={styles.printed}>{text}</span>}
              {(heads === 'title' || isTwice(text, siblings)) && (
                <span className={styles.happened}>{title}</span>
              )}
            </SiteLink>
          </li>
        ))}
      </ul>
      <SiteLink href={indexHref}>All symptoms</SiteLink>
    </nav>
  );
}

/** One text can have several causes; then it does not tell them apart. */
function isTwice(text: string, siblings: readonly SymptomRef[]): boolean {
  return siblings.filter((one) => one.text === text).length > 1;
}

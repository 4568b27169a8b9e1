import type {ReactNode} from 'react';
import type {SymptomPageView} from '../../model/symptomViews';
import type {Part} from '../JumpList';
import styles from './styles.module.css';

/** Sections of the page, in order. */
export function partsOf(view: SymptomPageView): Part[] {
  return [
    {id: 'confirm', label: 'Confirm', shown: true},
    {id: 'fix', label: 'Fix', shown: true},
    {id: 'why', label: 'Why', shown: true},
    {id: 'engines', label: 'In your engine’s words', shown: view.words.length > 0},
    {id: 'proof', label: 'Proof', shown: true},
    {id: 'repeat', label: 'Repeat it', shown: true},
    {id: 'mistaken-for', label: 'Easily mistaken for', shown: view.mistakenFor.length > 0},
    {id: 'sources', label: 'Sources', shown: view.sources.length > 0},
  ].filter(({shown}) => shown);
}

/** Sections of the page, beside it where there is room. */
export default function OnThisPage({view}: {view: SymptomPageView}): ReactNode {
  return (
    <nav className={styles.toc} aria-label="On this page">
      <p>On this page</p>
      <ul>
        {partsOf(view).map(({id, label}) => (
          <li key={id}>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

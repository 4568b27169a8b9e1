import type {ReactNode} from 'react';
import type {SymptomPageView} from '../../model/symptomViews';
import styles from './styles.module.css';

/** Sections of the page, beside it where there is room. */
export default function OnThisPage({view}: {view: SymptomPageView}): ReactNode {
  const sections = [
    {id: 'confirm', label: 'Confirm', shown: true},
    {id: 'fix', label: 'Fix', shown: true},
    {id: 'why', label: 'Why', shown: true},
    {id: 'proof', label: 'Proof', shown: true},
    {id: 'mistaken-for', label: 'Easily mistaken for', shown: view.mistakenFor.length > 0},
    {id: 'sources', label: 'Sources', shown: view.sources.length > 0},
  ];
  return (
    <nav className={styles.toc} aria-label="On this page">
      <p>On this page</p>
      <ul>
        {sections
          .filter(({shown}) => shown)
          .map(({id, label}) => (
            <li key={id}>
              <a href={`#${id}`}>{label}</a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

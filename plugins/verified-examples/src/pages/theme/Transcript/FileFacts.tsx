import type {ReactNode} from 'react';
import type {FileFact} from '../../../proof/model/receipt';
import styles from './styles.module.css';

/** Files of the image as found, one line a file. */
export default function FileFacts({files}: {files: FileFact[]}): ReactNode {
  return (
    <div className={styles.extra}>
      <p>Found in the image</p>
      <ul className={styles.lines}>
        {files.map((file) => (
          <li key={file.path}>
            <b>{file.path}</b> <span>{formatFacts(file)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function formatFacts({exists, mode, owner}: FileFact): string {
  if (!exists) return 'does not exist';
  const facts = [mode !== null && `mode ${mode}`, owner !== null && `owner ${owner}`].filter(
    (fact) => fact !== false,
  );
  return facts.length === 0 ? 'exists' : facts.join(', ');
}

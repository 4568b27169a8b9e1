import {useId, type ReactNode} from 'react';
import type {Values} from '../../client/placeholders';
import styles from './Placeholders.module.css';

/** What each stands for. */
const LABELS: Readonly<Record<string, string>> = {
  IMAGE: 'Your image',
  CONTAINER: 'Your container',
  '/path/to/program': 'Your program in it',
  NAME: 'The host name',
  SERVER: 'The name server',
};

interface Props {
  values: Values;
  onChange: (placeholder: string, value: string) => void;
}

/** Inputs that put a reader's names into the commands of the page. Without JavaScript the placeholders stay. */
export default function Placeholders({values, onChange}: Props): ReactNode {
  const id = useId();
  return (
    <div className={styles.inputs} data-needs-script>
      {Object.entries(values).map(([placeholder, value]) => (
        <label key={placeholder} htmlFor={`${id}${placeholder}`} className={styles.input}>
          <span>{LABELS[placeholder] ?? placeholder}</span>
          <input
            id={`${id}${placeholder}`}
            value={value}
            placeholder={placeholder}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => {
              onChange(placeholder, event.target.value);
            }}
          />
        </label>
      ))}
    </div>
  );
}

import {useMemo, type ClipboardEvent, type ReactNode} from 'react';
import {sizeOf, type Log} from '../../client/paste';
import styles from './styles.module.css';

interface Props {
  log: Log;
  id: string;
  onClear: () => void;
  onPaste: (event: ClipboardEvent) => void;
}

/** In place of the field: what it is too small for. What is pasted here is asked about next. */
export default function HeldLog({log, id, onClear, onPaste}: Props): ReactNode {
  const size = useMemo(() => sizeOf(log.text), [log]);
  return (
    <div className={styles.held}>
      <input
        id={id}
        className={styles.name}
        value={`${log.name} (${size})`}
        readOnly
        data-find-field
        onPaste={onPaste}
      />
      <button type="button" className={styles.clear} onClick={onClear}>
        Clear
      </button>
    </div>
  );
}

import type {ReactNode} from 'react';
import Marked from './Marked';
import styles from './styles.module.css';

interface Props {
  name: 'stdout' | 'stderr';
  /** Exactly as printed; shown without its last newline, which would draw an empty line. */
  text: string;
  mark: string | undefined;
}

/** One stream of output. What went to stderr says so in words too. */
export default function Stream({name, text, mark}: Props): ReactNode {
  if (text === '') return null;
  const endsLine = text.endsWith('\n');
  return (
    <span className={styles[name]}>
      {name === 'stderr' && <span className={styles.label}>stderr</span>}
      <samp data-stream={name} data-final-newline={endsLine}>
        <Marked text={endsLine ? text.slice(0, -1) : text} mark={mark} />
      </samp>
    </span>
  );
}

import clsx from 'clsx';
import type {ReactNode} from 'react';
import type {State} from '../../../proof/gate/state';
import styles from './styles.module.css';

interface Props {
  /** Where the code stands: a state of its proof, or why it has none. */
  proof: State | 'reasoned';
  /** Accessible name. */
  label: string;
  /** Content of `<code>`, highlighted at build time. */
  html: string;
  finalNewline: boolean;
  example?: string | undefined;
  className?: string | undefined;
}

/** Code as highlighted at build time; its text is, byte for byte, what was given, less the final newline. */
export default function ProvedCode({proof, label, html, finalNewline, example, className}: Props): ReactNode {
  return (
    <pre
      className={clsx(styles.pre, className)}
      // Keyboard users scroll it; without a role its name would not be announced.
      tabIndex={0}
      role="group"
      aria-label={label}
      translate="no"
      data-proof={proof}
      data-example={example}
      data-final-newline={finalNewline}
      data-copied
    >
      <code dangerouslySetInnerHTML={{__html: html}} />
    </pre>
  );
}

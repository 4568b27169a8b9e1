import type {ReactNode} from 'react';
import type {ExampleRef} from '../../model/views';
import type {State} from '../../../proof/gate/state';
import CopyButton from '../CopyButton';
import Words from './Words';
import styles from './styles.module.css';

interface Props {
  command: string;
  /** Accessible name. */
  label: string;
  proof: State;
  example: ExampleRef;
}

/** A command that was run as part of a proof, without its output. */
export default function Command({command, label, proof, example}: Props): ReactNode {
  return (
    <div className={styles.frame}>
      <pre
        className={styles.pre}
        tabIndex={0}
        role="group"
        aria-label={label}
        translate="no"
        data-proof={proof}
        data-example={example.id}
      >
        <code>
          <Words command={command} />
        </code>
      </pre>
      <CopyButton className={styles.copy} what="command" text={() => command} />
    </div>
  );
}

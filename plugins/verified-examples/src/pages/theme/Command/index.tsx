import type {ReactNode} from 'react';
import type {ExampleRef} from '../../model/views';
import type {State} from '../../../proof/gate/state';
import CopyButton from '../CopyButton';
import Words from './Words';
import styles from './styles.module.css';

interface Props {
  commands: readonly string[];
  /** Accessible name. */
  label: string;
  /** `reasoned`: nothing proves them, and the text beside them says so. */
  proof: State | 'reasoned';
  example?: ExampleRef | undefined;
}

/** Commands that were run as part of a proof, without their output. */
export default function Command({commands, label, proof, example}: Props): ReactNode {
  return (
    <div className={styles.frame}>
      <pre
        className={styles.pre}
        tabIndex={0}
        role="group"
        aria-label={label}
        translate="no"
        data-commands
        data-copied
        data-proof={proof}
        data-example={example?.id}
      >
        <code>
          <Words commands={commands} />
        </code>
      </pre>
      <CopyButton className={styles.copy} what={commands.length === 1 ? 'command' : 'commands'} />
    </div>
  );
}

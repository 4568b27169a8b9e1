import type {ReactNode} from 'react';
import type {State} from '../../../proof/gate/state';
import type {ChangeView} from '../../model/symptomViews';
import styles from './styles.module.css';

interface Props {
  changes: readonly ChangeView[];
  example: string;
  state: State;
}

const ELEMENTS = {'+': 'ins', '-': 'del', ' ': 'span'} as const;

/** The lines that a fix takes out and puts in. */
export default function Changes({changes, example, state}: Props): ReactNode {
  return changes.map(({of, lines}) => (
    <figure key={of} className={styles.change}>
      <figcaption>
        Changed in <code>{of}</code>
      </figcaption>
      <pre
        tabIndex={0}
        role="group"
        aria-label={`Changed in ${of}`}
        data-proof={state}
        data-example={example}
      >
        <code>
          {lines.map(({sign, text}, index) => {
            const Line = ELEMENTS[sign];
            return [index > 0 && '\n', <Line key={index}>{`${sign} ${text}`}</Line>];
          })}
        </code>
      </pre>
    </figure>
  ));
}

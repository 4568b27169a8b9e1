import {Fragment, type ReactNode} from 'react';
import {filledIn} from '../../client/placeholders';
import {usePlaceholders} from '../../client/site/usePlaceholders';
import type {SymptomPageProps} from '../../model/symptomViews';
import Command from '../Command';
import Kept from '../Kept';
import InPod from './InPod';
import Placeholders from './Placeholders';
import Recorded from './Recorded';
import styles from './styles.module.css';

/** One command on the reader's own image or container; what it printed where the symptom was, and on a near miss. */
export default function Confirm({view: {confirm, state}, kept}: SymptomPageProps): ReactNode {
  const {title, command, example, nearMiss} = confirm;
  const [values, setValue] = usePlaceholders(command?.placeholders ?? []);
  if (command === null || example === null) return <p>There is no proved run yet.</p>;
  return (
    <>
      <p>{title}. Check yours:</p>
      <Placeholders values={values} onChange={setValue} />
      <Command
        commands={command.lines.map((line) => filledIn(line, values))}
        label="Confirming commands"
        proof={state.state}
        example={example}
      />
      <InPod command={command} values={values} />
      <Settings names={command.variables} />
      <p>
        <strong>This symptom</strong> prints:
      </p>
      <Kept id="confirmed" view={kept}>
        {__HAS_VIEWS__ ? (all) => <Recorded run={all.confirm.run} outputOnly /> : undefined}
      </Kept>
      <p>
        <strong>Not this symptom.</strong> {nearMiss.title}:
      </p>
      <div className={styles.nearMiss}>
        <Kept id="near-miss" view={kept}>
          {__HAS_VIEWS__ ? (all) => <Recorded run={all.confirm.nearMiss.run} outputOnly /> : undefined}
        </Kept>
      </div>
    </>
  );
}

/** What the reader's own build sets is not in the image, as a rule: a `RUN` line sets it for itself. */
function Settings({names}: {names: readonly string[]}): ReactNode {
  if (names.length === 0) return null;
  return (
    <p>
      If your build sets{' '}
      {names.map((name, index) => (
        <Fragment key={name}>
          {index > 0 && ' or '}
          <code>{name}</code>
        </Fragment>
      ))}
      , set it likewise, with <code>-e</code> before the image.
    </p>
  );
}

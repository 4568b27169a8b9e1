import Link from '@docusaurus/Link';
import {Fragment, type ReactNode} from 'react';
import Answer from './Answer';
import styles from './Decision.module.css';
import {ALSO, TREE, type Choice, type Question} from './tree';

/**
 * The questions that decide, and the Dockerfile that they end in. Plain `<details>`: complete in the page's source, and
 * usable without JavaScript; an address with `#for-…` opens the way to that choice in the browser itself. A choice is kept in
 * the address by src/client/decision.
 */
export default function Decision(): ReactNode {
  return (
    <div className={styles.decision}>
      <Ask question={TREE} group="for" />
      <p className={styles.also}>
        Your program also needs{' '}
        {ALSO.map(([label, href], index) => (
          <Fragment key={href}>
            {index > 0 && ' · '}
            <Link to={href}>{label}</Link>
          </Fragment>
        ))}
      </p>
    </div>
  );
}

function Ask({question, group}: {question: Question; group: string}): ReactNode {
  const {ask, how, choices} = question;
  return (
    <fieldset className={styles.question}>
      <legend>
        {ask} {how && <Link to={how.href}>{how.label}</Link>}
      </legend>
      {choices.map((choice, index) => (
        <Option key={choice.id} choice={choice} group={group} open={index === 0} />
      ))}
    </fieldset>
  );
}

interface OptionProps {
  choice: Choice;
  /** Of the choices of one group, one is open at a time. */
  group: string;
  open: boolean;
}

function Option({choice: {id, label, then}, group, open}: OptionProps): ReactNode {
  const address = `for-${id}`;
  return (
    <details className={styles.choice} name={group} open={open}>
      <summary data-decides={address}>{label}</summary>
      <div id={address}>
        {'ask' in then ? <Ask question={then} group={address} /> : <Answer leaf={then} />}
      </div>
    </details>
  );
}

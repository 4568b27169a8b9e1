import {Fragment, type ReactNode} from 'react';
import {useAnchor} from '../../client/site/useAnchor';
import styles from './styles.module.css';

export interface Choice {
  /** Distinct within the switch. */
  value: string;
  label: ReactNode;
  panel: ReactNode;
}

interface Props {
  kind: 'variants' | 'files';
  /** Name of the radio group, unique on the page; ids are made from it. */
  name: string;
  label: string;
  choices: Choice[];
}

/**
 * Tabs made of radio buttons: button, label and panel follow each other, and the style sheet shows the panel of the
 * checked one. So it works without JavaScript, for any number of choices, with the keys of a radio group.
 */
export default function Switch({kind, name, label, choices}: Props): ReactNode {
  const [only, ...others] = choices;
  if (only !== undefined && others.length === 0) {
    return (
      <div className={styles[kind]}>
        {kind === 'files' && <span className={styles.sole}>{only.label}</span>}
        {only.panel}
      </div>
    );
  }
  // Variants are linked to: their ids stay when another comes. Paths of files are no ids.
  const ids = choices.map(({value}, index) => (kind === 'variants' ? value : index));
  return (
    <div className={styles[kind]} role="group" aria-label={label}>
      {choices.map((choice, index) => (
        <Fragment key={choice.value}>
          <Button
            id={`${name}-${ids[index] ?? ''}`}
            linked={kind === 'variants'}
            name={name}
            value={choice.value}
            first={index === 0}
          />
          <label className={styles.tab} htmlFor={`${name}-${ids[index] ?? ''}`}>
            {choice.label}
          </label>
          <div className={styles.panel} data-panel>
            {choice.panel}
          </div>
        </Fragment>
      ))}
    </div>
  );
}

interface ButtonProps {
  id: string;
  /** Its id is an address. */
  linked: boolean;
  name: string;
  value: string;
  first: boolean;
}

function Button({id, linked, name, value, first}: ButtonProps): ReactNode {
  useAnchor(linked ? id : undefined);
  return (
    <input
      type="radio"
      className={styles.radio}
      id={id}
      name={name}
      value={value}
      data-linked={linked ? '' : undefined}
      defaultChecked={first}
    />
  );
}

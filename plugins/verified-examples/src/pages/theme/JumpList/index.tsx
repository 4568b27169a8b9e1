import clsx from 'clsx';
import type {ReactNode} from 'react';
import styles from './styles.module.css';

export interface Part {
  id: string;
  label: string;
}

interface Props {
  /** Accessible name. */
  label: string;
  parts: readonly Part[];
  className?: string | undefined;
}

/** The parts of a long page, in one glance, before it begins. */
export default function JumpList({label, parts, className}: Props): ReactNode {
  return (
    <nav aria-label={label} className={clsx(styles.jump, className)}>
      <ul>
        {parts.map(({id, label: name}) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import clsx from 'clsx';
import type {ReactNode} from 'react';
import type {Part} from '../JumpList';
import styles from './styles.module.css';

/** Sections of a page, beside it where there is room. */
export default function OnThisPage({
  parts,
  className,
}: {
  parts: readonly Part[];
  className?: string | undefined;
}): ReactNode {
  return (
    <nav className={clsx(styles.toc, className)} aria-label="On this page">
      <p>On this page</p>
      <ul>
        {parts.map(({id, label}) => (
          <li key={id}>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

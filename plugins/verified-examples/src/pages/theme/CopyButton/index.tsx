import clsx from 'clsx';
import type {ReactNode} from 'react';
import Hidden from '../Hidden';
import styles from './styles.module.css';

interface Props {
  /** What is copied, in words: "Dockerfile", "command". */
  what: string;
  className?: string | undefined;
}

/** Copies the nearest text that is marked with `data-copied` (client/copyButtons). Not to be seen without JavaScript. */
export default function CopyButton({what, className}: Props): ReactNode {
  return (
    <span className={clsx(styles.holder, className)}>
      <button
        type="button"
        className={styles.button}
        aria-label={`Copy ${what}`}
        data-what={what}
        data-outcome="idle"
        // It says "Copied" before the page is alive, too: React leaves that as it is.
        dangerouslySetInnerHTML={{__html: 'Copy'}}
        suppressHydrationWarning
      />
      <Hidden role="status" />
    </span>
  );
}

import type {ComponentProps, ReactNode} from 'react';
import CopyButton from '../CopyButton';
import styles from './styles.module.css';

/** A block that no embed made. It says so by its state, `plain`, which is none that may be published: a build refuses it. */
export default function PlainCode({children}: Pick<ComponentProps<'pre'>, 'children'>): ReactNode {
  return (
    <div className={styles.frame}>
      <pre className={styles.pre} tabIndex={0} role="group" aria-label="Text" data-proof="plain" data-copied>
        {children}
      </pre>
      <CopyButton className={styles.copy} what="text" />
    </div>
  );
}

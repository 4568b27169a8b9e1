import {useRef, type ComponentProps, type ReactNode} from 'react';
import {shownBytes} from '../../client/shownBytes';
import CopyButton from '../CopyButton';
import styles from './styles.module.css';

/** A block that no embed made. It says so by its state, `plain`, which is none that may be published: a build refuses it. */
export default function PlainCode({children}: Pick<ComponentProps<'pre'>, 'children'>): ReactNode {
  const pre = useRef<HTMLPreElement>(null);
  return (
    <div className={styles.frame}>
      <pre ref={pre} className={styles.pre} tabIndex={0} role="group" aria-label="Text" data-proof="plain">
        {children}
      </pre>
      <CopyButton
        className={styles.copy}
        what="text"
        text={() => (pre.current === null ? '' : shownBytes(pre.current))}
      />
    </div>
  );
}

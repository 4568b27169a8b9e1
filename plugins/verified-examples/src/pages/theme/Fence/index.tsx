import {useRef, type ReactNode} from 'react';
import {shownBytes} from '../../client/shownBytes';
import {formatDay} from '../../client/format/moments';
import type {FenceView} from '../../model/views';
import CopyButton from '../CopyButton';
import ProvedCode from '../ProvedCode';
import styles from './styles.module.css';

/** Code that no example proves: it says so, why, and until when it may stand. */
export default function Fence({view}: {view: FenceView}): ReactNode {
  const pre = useRef<HTMLPreElement>(null);
  return (
    <figure className={styles.fence}>
      <figcaption className={styles.note}>
        <span>
          <strong>Not from an example:</strong> {view.reason}, until{' '}
          <time dateTime={view.until}>{formatDay(view.until)}</time>
        </span>
        <CopyButton what="code" text={() => (pre.current === null ? '' : shownBytes(pre.current))} />
      </figcaption>
      <ProvedCode
        ref={pre}
        proof="reasoned"
        label="Unproved code"
        html={view.html}
        finalNewline={view.finalNewline}
      />
    </figure>
  );
}

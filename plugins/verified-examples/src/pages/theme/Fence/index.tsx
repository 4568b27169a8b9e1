import type {ReactNode} from 'react';
import {formatDay} from '../../client/format/moments';
import type {FenceView} from '../../model/proseViews';
import CopyButton from '../CopyButton';
import ProvedCode from '../ProvedCode';
import styles from './styles.module.css';

/** Code that no example proves: it says so, why, and until when it may stand. */
export default function Fence({view}: {view: FenceView}): ReactNode {
  return (
    <figure className={styles.fence}>
      <figcaption className={styles.note}>
        <span>
          <strong>Not from an example:</strong> {view.reason}, until{' '}
          <time dateTime={view.until}>{formatDay(view.until)}</time>
        </span>
        <CopyButton what="code" />
      </figcaption>
      <ProvedCode proof="reasoned" label="Unproved code" html={view.html} finalNewline={view.finalNewline} />
    </figure>
  );
}

import type {ReactNode} from 'react';
import type {RepeatView} from '../../model/views';
import Repeat from '../Repeat';
import styles from './styles.module.css';

/** At the end of a guide: how the images of its runs are fetched and built. */
export default function RepeatEmbed({view}: {view: RepeatView}): ReactNode {
  return (
    <details className={styles.repeat} id="repeat">
      <summary>Repeat the runs of this page: fetch and build their images</summary>
      <Repeat view={view} />
    </details>
  );
}

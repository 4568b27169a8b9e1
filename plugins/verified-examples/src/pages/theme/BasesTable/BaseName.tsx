import type {ReactNode} from 'react';
import type {BaseRowView} from '../../model/views';
import styles from './styles.module.css';

/** The names of a row's bases, as a FROM has them. */
export default function BaseName({names}: Pick<BaseRowView, 'names'>): ReactNode {
  return names.map(({ref}) => (
    <code key={ref} className={styles.name} translate="no">
      <span className={styles.registry}>{ref.slice(0, cutOf(ref))}</span>
      <wbr />
      <span className={styles.image}>{ref.slice(cutOf(ref))}</span>
    </code>
  ));
}

/** Where the name of an image begins, after its registry and folders. */
function cutOf(ref: string): number {
  return ref.lastIndexOf('/') + 1;
}

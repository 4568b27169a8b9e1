import type {ReactNode} from 'react';
import type {BaseRowView} from '../../model/baseViews';
import styles from './styles.module.css';

/** The names of a row's bases, as a FROM has them; what stands in for another is called what it is. */
export default function BaseName({names}: Pick<BaseRowView, 'names'>): ReactNode {
  return names.map(({ref, standIn}) =>
    standIn === null ? <Ref key={ref} name={ref} /> : <span key={ref}>{standIn}</span>,
  );
}

function Ref({name}: {name: string}): ReactNode {
  return (
    <code className={styles.name} translate="no">
      <span className={styles.registry}>{name.slice(0, cutOf(name))}</span>
      <wbr />
      <span className={styles.image}>{name.slice(cutOf(name))}</span>
    </code>
  );
}

/** Where the name of an image begins, after its registry and folders. */
function cutOf(ref: string): number {
  return ref.lastIndexOf('/') + 1;
}

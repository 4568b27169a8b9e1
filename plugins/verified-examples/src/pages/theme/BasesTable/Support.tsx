import type {ReactNode} from 'react';
import {formatSupport} from '../../client/format/bases';
import type {BaseRowView} from '../../model/baseViews';
import styles from './styles.module.css';

/** Until when upstream supports what the base is made of, a line for each part. */
export default function Support({names, support}: Pick<BaseRowView, 'names' | 'support'>): ReactNode {
  if (support.length === 0)
    return names.some(({ref}) => ref === 'scratch') ? 'none' : 'no date recorded here';
  return support.map((one) => (
    <span key={one.what} className={styles.support} data-over={one.over ? '' : undefined}>
      {one.what}: {formatSupport(one)}
    </span>
  ));
}

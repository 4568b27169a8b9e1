import type {ReactNode} from 'react';
import type {ProofView} from '../../model/views';
import styles from './styles.module.css';

type Base = ProofView['bases'][number];

/** One base: its name, its platform when that is not the proof's, where it came from, what identifies it, and how it is known to differ. */
export default function BaseLine({base}: {base: Base}): ReactNode {
  return (
    <li>
      {base.standIn === null ? <code>{base.ref}</code> : `${base.standIn}, standing in for ${base.ref},`}
      {base.platform === undefined ? ' ' : ` for ${base.platform}, `}
      {formatOrigin(base.provenance)}
      <br />
      <code className={styles.identity}>{base.identity}</code>
      {base.approximations.length > 0 && (
        <ul className={styles.approximations} aria-label={`How ${base.ref} differs from the published image`}>
          {base.approximations.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

function formatOrigin(provenance: Base['provenance']): string {
  return provenance === 'rebuilt' ? 'rebuilt from its packages' : 'pulled by digest';
}

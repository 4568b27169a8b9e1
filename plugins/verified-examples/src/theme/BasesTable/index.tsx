import type {ReactNode} from 'react';
import {bytesInWords} from '../../client/words/bytes';
import {userInWords} from '../../client/words/facts';
import type {BasesView, BaseRowView} from '../../model/views';
import FactsTable from '../FactsTable';
import styles from './styles.module.css';

const HEAD = ['Base', 'libc', 'Roots', 'Zones', 'Shell', '/tmp', 'User', 'Packages', 'Size'];

/** Bases side by side, every cell measured in the image. */
export default function BasesTable({view}: {view: BasesView}): ReactNode {
  const rows = view.rows.map((row) => ({key: `${row.ref} ${row.platform}`, cells: cellsOf(row)}));
  return (
    <figure className={styles.bases} aria-label="Base images, measured">
      <FactsTable label="Base images, measured" head={HEAD} rows={rows} />
      <figcaption>
        Measured in rebuilt images, program not included. A base that is known to differ from its public image
        says how.
      </figcaption>
    </figure>
  );
}

function cellsOf(row: BaseRowView): ReactNode[] {
  return [
    <BaseName key="name" row={row} />,
    row.libc ?? 'none',
    row.caRoots === 0 ? 'none' : row.caRoots,
    row.timeZones === 0 ? 'none' : row.timeZones,
    row.shell === null ? 'none' : <code>{row.shell}</code>,
    row.tmp ? 'yes' : 'no',
    userInWords(row) ?? 'root',
    row.packages,
    bytesInWords(row.size),
  ];
}

function BaseName({row: {ref, aliases, approximations}}: {row: BaseRowView}): ReactNode {
  return (
    <>
      <code>{ref}</code>
      {aliases.length > 0 && <span className={styles.also}>also {aliases.join(', ')}</span>}
      {approximations.length > 0 && (
        <details className={styles.differs}>
          <summary>known to differ</summary>
          <ul>
            {approximations.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

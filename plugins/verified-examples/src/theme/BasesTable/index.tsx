import type {ReactNode} from 'react';
import {bytesInWords} from '../../client/words/bytes';
import {passwdInWords, runsAsInWords} from '../../client/words/bases';
import type {BaseRowView, BasesView} from '../../model/views';
import FactsTable from '../FactsTable';
import ScrollFrame from '../ScrollFrame';
import BaseName from './BaseName';
import styles from './styles.module.css';

const LABEL = 'Base images, measured';
const HEAD = [
  ...['Base', 'libc', 'Size', 'CA roots', 'Time zones', 'Shell', 'Runs as', '/tmp'],
  ...['Loader', 'In passwd', 'nsswitch.conf', 'Packages'],
];

/** Bases side by side, every cell measured in the image; on a phone a card for each. */
export default function BasesTable({view}: {view: BasesView}): ReactNode {
  const rows = view.rows.map((row) => ({key: row.names.map(({ref}) => ref).join(' '), cells: cellsOf(row)}));
  return (
    <figure className={styles.bases} aria-label={LABEL}>
      <ScrollFrame label={LABEL}>
        <FactsTable label={LABEL} head={HEAD} rows={rows} />
      </ScrollFrame>
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
    bytesInWords(row.size),
    row.caRoots === 0 ? 'none' : row.caRoots,
    row.timeZones === 0 ? 'none' : row.timeZones,
    codes(row.shell === null ? [] : [row.shell]),
    runsAsInWords(row.runsAs),
    row.tmp ? 'yes' : 'no',
    codes(row.loaders),
    passwdInWords(row.users),
    codes(row.nsswitchHosts === null ? [] : [row.nsswitchHosts]),
    row.packages,
  ];
}

function codes(texts: readonly string[]): ReactNode {
  return texts.length === 0 ? 'none' : texts.map((text) => <code key={text}>{text}</code>);
}

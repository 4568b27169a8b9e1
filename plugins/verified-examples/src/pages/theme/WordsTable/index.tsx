import type {ReactNode} from 'react';
import type {WordsEntry, WordsTableView} from '../../model/wordViews';
import FactsTable from '../FactsTable';
import styles from './styles.module.css';

const LABELS: Readonly<Record<WordsTableView['shows'], string>> = {
  causes: 'The cause, in the words of each runtime and engine',
  exits: 'Exit codes by engine',
};

/** Failures against runtimes, on a phone a card for each. A cell lists what differs, with those that say it. */
export default function WordsTable({view: {shows, head, rows, state}}: {view: WordsTableView}): ReactNode {
  return (
    <FactsTable
      label={LABELS[shows]}
      head={head}
      proof={state.state}
      rows={rows.map(({id, title, cells}) => ({
        key: id,
        cells: [
          <a key="case" href={`#${id}`}>
            {title}
          </a>,
          ...cells.map((cell, index) => <Cell key={head[index + 1]} cell={cell} shows={shows} />),
        ],
      }))}
    />
  );
}

function Cell({cell, shows}: {cell: readonly WordsEntry[]; shows: WordsTableView['shows']}): ReactNode {
  return cell.map(({text, engines}) => (
    <div key={text} className={styles.entry}>
      {shows === 'causes' ? <code translate="no">{text}</code> : <b>{text}</b>}
      {engines !== '' && <span>{engines}</span>}
    </div>
  ));
}

import type {ReactNode} from 'react';
import SiteLink from '../../client/site/SiteLink';
import {formatBytes} from '../../client/format/bytes';
import {formatDay} from '../../client/format/moments';
import type {CatalogueEntryView, CatalogueView} from '../../model/views';
import Breadcrumbs from '../Breadcrumbs';
import FactsTable from '../FactsTable';
import StateBadge from '../StateBadge';
import styles from './styles.module.css';

const NOTHING = '–';

/** The page without the site's frame. */
export default function CatalogueContent({view: {entries}}: {view: CatalogueView}): ReactNode {
  return (
    <main className={styles.page}>
      <Breadcrumbs trail={[{label: 'Home', href: '/'}]} here="Examples" />
      <h1>Examples</h1>
      <p className="lead">
        Each is a folder that was built and run as it stands. Take a Dockerfile as shown, or the whole folder
        as a zip.
      </p>
      <FactsTable
        label="Examples"
        head={['Example', 'Linkage', 'Base', 'Size', 'State']}
        rows={toCopyFirst(entries).map((entry) => ({key: entry.example.id, cells: cellsOf(entry)}))}
      />
    </main>
  );
}

/** Who comes to copy comes more often than who comes to see a failure. */
function toCopyFirst(entries: readonly CatalogueEntryView[]): CatalogueEntryView[] {
  return [...entries].sort((a, b) => Number(a.fails) - Number(b.fails));
}

function cellsOf(entry: CatalogueEntryView): ReactNode[] {
  const {example, summary, state, provedAt, linkage, base, imageSize, fails} = entry;
  return [
    <div key="example" className={styles.example}>
      <SiteLink href={example.href}>{example.title}</SiteLink>
      {fails && <span className={styles.fails}>fails on purpose</span>}
      <p>{summary}</p>
    </div>,
    linkage ?? NOTHING,
    <code key="base">{base}</code>,
    imageSize === null ? NOTHING : formatBytes(imageSize),
    <span key="state" className={styles.standing}>
      <StateBadge state={state.state} />
      {provedAt !== null && <time dateTime={provedAt}>{formatDay(provedAt)}</time>}
    </span>,
  ];
}

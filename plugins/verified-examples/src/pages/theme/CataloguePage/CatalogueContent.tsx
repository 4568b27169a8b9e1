import type {ReactNode} from 'react';
import SiteLink from '../../client/site/SiteLink';
import {formatBytes} from '../../client/format/bytes';
import {formatDay} from '../../client/format/moments';
import type {RecipeKind} from '../../../example/model/manifest';
import type {CatalogueEntryView, CatalogueView} from '../../model/views';
import Breadcrumbs from '../Breadcrumbs';
import FactsTable from '../FactsTable';
import StateBadge from '../StateBadge';
import list from '../listPage.module.css';
import styles from './styles.module.css';

const NOTHING = '–';

const RECIPES: readonly (readonly [RecipeKind, string])[] = [
  ['no-c', 'To copy: no C in the build'],
  ['glibc', 'To copy: C, with glibc'],
  ['alpine', 'To copy: C, on Alpine'],
  ['static', 'To copy: C, static'],
];

/** The page without the site's frame. Who comes to copy comes more often than who comes to see a failure. */
export default function CatalogueContent({view: {entries}}: {view: CatalogueView}): ReactNode {
  const others = entries.filter(({recipe}) => recipe === null);
  return (
    <main className={list.page}>
      <Breadcrumbs trail={[{label: 'Home', href: '/'}]} here="Examples" />
      <h1>Examples</h1>
      <p className="lead">
        Each is a folder that was built and run as it stands. Take a Dockerfile as shown, or the whole folder
        as a zip. <SiteLink href="/decide">Which one?</SiteLink>
      </p>
      {RECIPES.map(([kind, title]) => (
        <Group
          key={kind}
          id={`recipes-${kind}`}
          title={title}
          entries={entries.filter(({recipe}) => recipe === kind)}
        />
      ))}
      <Group id="shown" title="To see how it works" entries={others.filter(({fails}) => !fails)} />
      <Group id="fails" title="Failures and their fixes" entries={others.filter(({fails}) => fails)} />
    </main>
  );
}

function Group({id, title, entries}: {id: string; title: string; entries: CatalogueEntryView[]}): ReactNode {
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <FactsTable
        label={title}
        head={['Example', 'Linkage', 'Base', 'Size', 'State']}
        rows={entries.map((entry) => ({key: entry.example.id, cells: cellsOf(entry)}))}
      />
    </section>
  );
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

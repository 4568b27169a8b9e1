import {Fragment, type ReactNode} from 'react';
import {formatBytes} from '../../client/format/bytes';
import {formatRunsAs} from '../../client/format/bases';
import {formatDay} from '../../client/format/moments';
import type {BaseRowView, BasesAside, BasesView, UnmeasuredBase} from '../../model/baseViews';
import FactsTable from '../FactsTable';
import ScrollFrame from '../ScrollFrame';
import BaseName from './BaseName';
import Codes from './Codes';
import MoreFacts from './MoreFacts';
import Support from './Support';
import styles from './styles.module.css';

const LABEL = 'Base images, measured';
const HEAD = ['Base', 'Support', 'libc', 'Size', 'Packages', 'CA roots', 'Time zones', 'Shell', 'Runs as'];
const ASIDE: Readonly<Record<BasesAside['why'], string>> = {
  debug: 'Debug tags, with a shell',
  older: 'Older releases',
};

/**
 * Bases side by side, every cell measured in the image; on a phone a card for each. Those that few choose are folded,
 * without JavaScript too.
 */
export default function BasesTable({view}: {view: BasesView}): ReactNode {
  const {rows, unmeasured, rebuilt, pulled, aside, sources, datesOf} = view;
  return (
    <figure className={styles.bases} aria-label={LABEL}>
      <Rows label={LABEL} rows={rows} unmeasured={unmeasured} />
      {aside.map(({why, rows: folded}) => (
        <details key={why} className={styles.aside} data-aside={why}>
          <summary>
            {ASIDE[why]} <span>{countOf(folded)}</span>
          </summary>
          <Rows label={`${LABEL}: ${ASIDE[why]}`} rows={folded} />
        </details>
      ))}
      <figcaption>
        {rebuilt && 'Measured in rebuilt images, without a program.'}
        {pulled.map(({ref, digest, on}) => (
          <Fragment key={ref}>
            {' '}
            <code translate="no">{ref}</code> as its registry had it on {formatDay(on)}:{' '}
            <code translate="no">{digest}</code>.
          </Fragment>
        ))}
        {sources.length > 0 && (
          <>
            {' '}
            Support as published on {formatDay(datesOf)}: <Sources sources={sources} />.
          </>
        )}
      </figcaption>
    </figure>
  );
}

interface RowsProps {
  label: string;
  rows: BaseRowView[];
  unmeasured?: UnmeasuredBase[];
}

function Rows({label, rows, unmeasured = []}: RowsProps): ReactNode {
  return (
    <ScrollFrame label={label}>
      <FactsTable
        label={label}
        head={HEAD}
        rows={[
          ...rows.map((row) => ({key: keyOf(row), cells: cellsOf(row), below: <MoreFacts row={row} />})),
          ...unmeasured.map((row) => ({
            key: keyOf(row),
            cells: [
              <BaseName key="name" names={row.names} />,
              <Support key="support" names={row.names} support={row.support} />,
              'not measured here yet: only a registry has it',
            ],
          })),
        ]}
      />
    </ScrollFrame>
  );
}

function Sources({sources}: Pick<BasesView, 'sources'>): ReactNode {
  return sources.map(({title, url}, index) => (
    <Fragment key={url}>
      {index > 0 && ', '}
      <a href={url}>{title}</a>
    </Fragment>
  ));
}

function keyOf({names}: Pick<BaseRowView, 'names'>): string {
  return names.map(({ref}) => ref).join(' ');
}

function cellsOf(row: BaseRowView): ReactNode[] {
  const {names, support, libc, size, packages, caRoots, timeZones, shell, runsAs} = row;
  return [
    <BaseName key="name" names={names} />,
    <Support key="support" names={names} support={support} />,
    libc ?? 'none',
    formatBytes(size),
    packages === 0 ? 'none' : packages,
    caRoots === 0 ? 'none' : caRoots,
    timeZones === 0 ? 'none' : timeZones,
    <Codes key="shell" texts={shell === null ? [] : [shell]} />,
    formatRunsAs(runsAs),
  ];
}

/** Images, not rows: some share one. */
function countOf(rows: readonly BaseRowView[]): string {
  const images = rows.reduce((count, {names}) => count + names.length, 0);
  return `${images} image${images === 1 ? '' : 's'}`;
}

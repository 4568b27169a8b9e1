import type {ReactNode} from 'react';
import {formatBytes} from '../../client/format/bytes';
import {formatSeconds} from '../../client/format/seconds';
import SiteLink from '../../client/site/SiteLink';
import type {AdaptedRowView, AdaptedView} from '../../model/adaptedViews';
import FactsTable from '../FactsTable';
import ScrollFrame from '../ScrollFrame';
import Changes from '../SymptomPage/Changes';
import styles from './styles.module.css';

const LABEL = 'Programs and the recipes that built them';
const HEAD = ['Program', 'Recipe', 'Lines changed', 'Image', 'Build'];

/** Programs beside their recipes; what was changed is folded under each, without JavaScript too. */
export default function AdaptedTable({view: {rows}}: {view: AdaptedView}): ReactNode {
  return (
    <ScrollFrame label={LABEL}>
      <FactsTable
        label={LABEL}
        head={HEAD}
        rows={rows.map((row) => ({
          key: row.key,
          cells: cellsOf(row),
          below: (
            <details className={styles.more}>
              <summary>
                What changes, and how it runs <span className={styles.of}>{row.module}</span>
              </summary>
              <Changes changes={[row.change]} example={row.example} state={row.state} />
              <p>
                Run: <SiteLink href={row.run.href}>{row.run.title}</SiteLink>
              </p>
            </details>
          ),
        }))}
      />
    </ScrollFrame>
  );
}

function cellsOf({title, version, recipe, change, imageSize, buildSeconds}: AdaptedRowView): ReactNode[] {
  return [
    <span key="program" className={styles.program}>
      {title} <span className={styles.of}>{version}</span>
    </span>,
    <SiteLink key="recipe" href={recipe.href}>
      {recipe.title}
    </SiteLink>,
    change.lines.filter(({sign}) => sign === '+').length,
    formatBytes(imageSize),
    buildSeconds === undefined ? 'not measured' : formatSeconds(buildSeconds),
  ];
}

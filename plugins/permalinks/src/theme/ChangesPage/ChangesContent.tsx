import clsx from 'clsx';
import type {ReactNode} from 'react';
import {formatDayOrMonth} from '../../../../verified-examples/src/pages/client/format/moments';
import FileLink from '../../../../verified-examples/src/pages/client/site/FileLink';
import SectionHeading from '../../../../verified-examples/src/pages/client/site/SectionHeading';
import Breadcrumbs from '../../../../verified-examples/src/pages/theme/Breadcrumbs';
import JumpList from '../../../../verified-examples/src/pages/theme/JumpList';
import type {ChangesPageView} from '../../changes/changesView';
import Month from './Month';
import Erratum from './Erratum';
import list from '../../../../verified-examples/src/pages/theme/listPage.module.css';
import styles from './styles.module.css';

/** The page without the site's frame. Corrections come first: who relied on such a sentence should see it. */
export default function ChangesContent({view: {errata, months, feeds}}: {view: ChangesPageView}): ReactNode {
  const parts = [
    ...(errata.length === 0 ? [] : [{id: 'errata', label: `Corrections (${errata.length})`}]),
    ...months.map(({month, changes, published}) => ({
      id: month,
      label: `${formatDayOrMonth(month)} (${changes.length + published.length})`,
    })),
  ];
  return (
    <main className={clsx(list.page, styles.page)}>
      <Breadcrumbs trail={[{label: 'Home', href: '/'}]} here="What changed" />
      <h1>What changed</h1>
      <p className="lead">
        Each change of what is shown here has a revision with an address of its own, which stays as it is.
        Follow them in a feed: <FileLink href={feeds.atom}>Atom</FileLink> or{' '}
        <FileLink href={feeds.json}>JSON Feed</FileLink>. Each example has one, too.
      </p>
      {parts.length > 0 && <JumpList label="On this page" parts={parts} />}
      {errata.length > 0 && (
        <section aria-labelledby="errata">
          <SectionHeading level="h2" id="errata">
            Corrections
          </SectionHeading>
          <p>Sentences of this guide that were wrong, what holds instead, and the run that shows it.</p>
          {errata.map((erratum) => (
            <Erratum key={erratum.id} erratum={erratum} />
          ))}
        </section>
      )}
      {months.map((month) => (
        <Month key={month.month} month={month} />
      ))}
      {months.length === 0 && <p>Nothing has an address of its own yet.</p>}
    </main>
  );
}

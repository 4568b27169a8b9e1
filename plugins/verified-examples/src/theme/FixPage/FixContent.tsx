import type {ReactNode} from 'react';
import SectionHeading from '../../client/site/SectionHeading';
import SiteLink from '../../client/site/SiteLink';
import {GROUP_WORDS} from '../../client/words/groups';
import {dayInWords} from '../../client/words/moments';
import type {FixPageView, SymptomLine} from '../../model/symptomViews';
import Breadcrumbs from '../Breadcrumbs';
import FactsTable from '../FactsTable';
import StateBadge from '../StateBadge';
import NotReproduced from './NotReproduced';
import styles from './styles.module.css';

/** The page without the site's frame. */
export default function FixContent({view: {groups, notReproduced}}: {view: FixPageView}): ReactNode {
  return (
    <main className={styles.page}>
      <Breadcrumbs trail={[{label: 'Home', href: '/'}]} here="Fix" />
      <h1>Fix</h1>
      <p className="lead">
        Find your error text. Each was printed by a container here; its page has one command that confirms the
        cause, and a fix under which the text was gone.
      </p>
      {groups.map(({group, symptoms}) => (
        <section key={group} aria-labelledby={group}>
          <SectionHeading level="h2" id={group}>
            {GROUP_WORDS[group]}
          </SectionHeading>
          <FactsTable
            label={GROUP_WORDS[group]}
            head={['Text', 'What has happened', 'State', 'Proved']}
            rows={symptoms.map((line) => ({key: line.symptom.id, cells: cellsOf(line)}))}
          />
        </section>
      ))}
      <NotReproduced symptoms={notReproduced} />
    </main>
  );
}

function cellsOf({symptom, state, provedAt}: SymptomLine): ReactNode[] {
  return [
    <SiteLink key="text" href={symptom.href} className={styles.text}>
      <code translate="no">{symptom.text}</code>
    </SiteLink>,
    symptom.title,
    <StateBadge key="state" state={state.state} />,
    provedAt === null ? (
      '–'
    ) : (
      <time key="proved" dateTime={provedAt}>
        {dayInWords(provedAt)}
      </time>
    ),
  ];
}

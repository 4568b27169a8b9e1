import type {ReactNode} from 'react';
import SectionHeading from '../../client/site/SectionHeading';
import SiteLink from '../../client/site/SiteLink';
import {GROUP_WORDS} from '../../client/format/groups';
import type {FixPageView} from '../../model/symptomViews';
import Breadcrumbs from '../Breadcrumbs';
import JumpList from '../JumpList';
import NotReproduced from './NotReproduced';
import SymptomList from './SymptomList';
import styles from './styles.module.css';

/** The page without the site's frame. */
export default function FixContent({view: {groups, notReproduced}}: {view: FixPageView}): ReactNode {
  const parts = groups.map(({group, symptoms}) => ({
    id: group,
    label: `${GROUP_WORDS[group]} (${symptoms.length})`,
  }));
  return (
    <main className={styles.page}>
      <Breadcrumbs trail={[{label: 'Home', href: '/'}]} here="Fix" />
      <h1>Fix</h1>
      <p className="lead">
        Find your error text. Each was printed by a container here; its page has one command that confirms the
        cause, and a fix under which the text was gone.
      </p>
      <p>
        No text? Start from a situation in <SiteLink href="/playbooks">the playbooks</SiteLink>. No shell in
        the image? <SiteLink href="/debugging">Look into it from outside</SiteLink>.
      </p>
      <JumpList label="Groups of symptoms" parts={parts} />
      {groups.map(({group, symptoms}) => (
        <section key={group} aria-labelledby={group}>
          <SectionHeading level="h2" id={group}>
            {GROUP_WORDS[group]}
          </SectionHeading>
          <SymptomList symptoms={symptoms} />
        </section>
      ))}
      <NotReproduced symptoms={notReproduced} />
    </main>
  );
}

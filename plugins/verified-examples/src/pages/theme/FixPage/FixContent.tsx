import clsx from 'clsx';
import type {ReactNode} from 'react';
import SectionHeading from '../../client/site/SectionHeading';
import SiteLink from '../../client/site/SiteLink';
import {GROUP_WORDS} from '../../client/format/groups';
import type {FixPageView} from '../../model/symptomViews';
import FindBox from '../../../../../find/src/theme/FindBox';
import Breadcrumbs from '../Breadcrumbs';
import JumpList from '../JumpList';
import Kept from '../Kept';
import Missing from './Missing';
import NotReproduced from './NotReproduced';
import SymptomList from './SymptomList';
import list from '../listPage.module.css';
import styles from './styles.module.css';

/** The page without the site's frame. */
export default function FixContent({kept}: {kept?: FixPageView | undefined}): ReactNode {
  return (
    <main className={clsx(list.page, styles.page)}>
      <Breadcrumbs trail={[{label: 'Home', href: '/'}]} here="Fix" />
      <h1>Find your error message</h1>
      <p className="lead">
        Each message was printed by a container here. Its page has one command that confirms the cause, and a
        fix that was run: the message did not come back.
      </p>
      <p>
        No message? <SiteLink href="/playbooks">Start from what you see</SiteLink>. No shell in the image?{' '}
        <SiteLink href="/debugging">Look into it from outside</SiteLink>.{' '}
        <a href="#missing">Your message is not here?</a>
      </p>
      <FindBox />
      <Kept id="symptoms" view={kept}>
        {__HAS_VIEWS__ ? (view) => <Groups view={view} /> : undefined}
      </Kept>
      <Missing />
    </main>
  );
}

function Groups({view: {groups, notReproduced}}: {view: FixPageView}): ReactNode {
  const parts = groups.map(({group, symptoms}) => ({
    id: group,
    label: `${GROUP_WORDS[group]} (${symptoms.length})`,
  }));
  return (
    <>
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
    </>
  );
}

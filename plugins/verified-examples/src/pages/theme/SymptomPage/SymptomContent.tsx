import type {ReactNode} from 'react';
import {GROUP_WORDS} from '../../client/format/groups';
import type {SymptomPageProps} from '../../model/symptomViews';
import Breadcrumbs from '../Breadcrumbs';
import CitePage from '../CitePage';
import SectionHeading from '../../client/site/SectionHeading';
import JumpList from '../JumpList';
import OnThisPage from '../OnThisPage';
import Kept from '../Kept';
import Repeat from '../Repeat';
import StateReasons from '../StateReasons';
import ByEngine from './ByEngine';
import Heading from './Heading';
import MistakenFor from './MistakenFor';
import {partsOf} from './partsOf';
import ProofSection from './ProofSection';
import Siblings from './Siblings';
import Sources from './Sources';
import Steps from './Steps';
import styles from './styles.module.css';

/** The page without the site's frame. */
export default function SymptomContent({view, kept}: SymptomPageProps): ReactNode {
  const group = GROUP_WORDS[view.group];
  return (
    <div className={styles.page}>
      <Kept id="siblings" view={kept}>
        {__HAS_VIEWS__ ? (all) => <Siblings view={all} /> : undefined}
      </Kept>
      <main className={styles.content}>
        <CitePage>
          <Breadcrumbs
            trail={[
              {label: 'Fix', href: view.indexHref},
              {label: group, href: `${view.indexHref}#${view.group}`},
            ]}
            here={view.symptom.title}
          />
        </CitePage>
        <Heading view={view} />
        <Kept id="sections" view={kept}>
          {__HAS_VIEWS__
            ? (all) => <JumpList label="Sections" parts={partsOf(all)} className={styles.jump} />
            : undefined}
        </Kept>
        <StateReasons state={view.state} />
        <Steps view={view} kept={kept} />
        <Kept id="proof" view={kept}>
          {__HAS_VIEWS__
            ? (all) => (
                <>
                  <ByEngine cases={all.words} />
                  <ProofSection view={all} />
                  <SectionHeading level="h2" id="repeat">
                    Repeat it
                  </SectionHeading>
                  <Repeat view={all.repeat} />
                </>
              )
            : undefined}
        </Kept>
        <MistakenFor others={view.mistakenFor} />
        <Sources sources={view.sources} />
      </main>
      <Kept id="contents" view={kept}>
        {__HAS_VIEWS__ ? (all) => <OnThisPage parts={partsOf(all)} className={styles.toc} /> : undefined}
      </Kept>
    </div>
  );
}

import type {ReactNode} from 'react';
import {GROUP_WORDS} from '../../client/format/groups';
import type {SymptomPageView} from '../../model/symptomViews';
import Breadcrumbs from '../Breadcrumbs';
import SectionHeading from '../../client/site/SectionHeading';
import JumpList from '../JumpList';
import Repeat from '../Repeat';
import StateReasons from '../StateReasons';
import ByEngine from './ByEngine';
import Heading from './Heading';
import MistakenFor from './MistakenFor';
import OnThisPage, {partsOf} from './OnThisPage';
import ProofSection from './ProofSection';
import Siblings from './Siblings';
import Sources from './Sources';
import Steps from './Steps';
import styles from './styles.module.css';

/** The page without the site's frame. */
export default function SymptomContent({view}: {view: SymptomPageView}): ReactNode {
  const group = GROUP_WORDS[view.group];
  return (
    <div className={styles.page}>
      <Siblings view={view} />
      <main className={styles.content}>
        <Breadcrumbs
          trail={[
            {label: 'Fix', href: view.indexHref},
            {label: group, href: `${view.indexHref}#${view.group}`},
          ]}
          here={view.symptom.title}
        />
        <Heading view={view} />
        <JumpList label="Sections" parts={partsOf(view)} className={styles.jump} />
        <StateReasons state={view.state} />
        <Steps view={view} />
        <ByEngine cases={view.words} />
        <ProofSection view={view} />
        <SectionHeading level="h2" id="repeat">
          Repeat it
        </SectionHeading>
        <Repeat view={view.repeat} />
        <MistakenFor others={view.mistakenFor} />
        <Sources sources={view.sources} />
      </main>
      <OnThisPage view={view} />
    </div>
  );
}

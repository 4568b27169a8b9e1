import type {ReactNode} from 'react';
import SectionHeading from '../../client/site/SectionHeading';
import type {RepeatView, TranscriptView} from '../../model/views';
import Repeat from '../Repeat';
import Transcript from '../Transcript';
import styles from './styles.module.css';

interface Props {
  repeat: RepeatView;
  failedBuilds: TranscriptView[];
}

/** How to fetch the example and build its images. A build that had to fail shows what it printed. */
export default function BuildSection({repeat, failedBuilds}: Props): ReactNode {
  return (
    <>
      <SectionHeading level="h2" id="build">
        Build
      </SectionHeading>
      <Repeat view={repeat} />
      {failedBuilds.map((view) => (
        <div key={view.variant.id}>
          <p className={styles.which}>{view.variant.title}</p>
          <Transcript view={view} standalone={false} />
        </div>
      ))}
    </>
  );
}

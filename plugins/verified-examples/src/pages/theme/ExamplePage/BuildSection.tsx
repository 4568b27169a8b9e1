import type {ReactNode} from 'react';
import SectionHeading from '../../client/site/SectionHeading';
import type {ProofCardView, TranscriptView} from '../../model/views';
import Command from '../Command';
import Transcript from '../Transcript';
import styles from './styles.module.css';

interface Props {
  card: ProofCardView;
  failedBuilds: TranscriptView[];
}

/** How each variant is built. A build that had to fail shows what it printed. */
export default function BuildSection({card: {example, variants}, failedBuilds}: Props): ReactNode {
  const failing = new Set(failedBuilds.map(({variant}) => variant.id));
  return (
    <>
      <SectionHeading level="h2" id="build">
        Build
      </SectionHeading>
      {variants
        .filter(({id}) => !failing.has(id))
        .flatMap(({title, state, proofs}) =>
          proofs.slice(0, 1).map(({build}) => (
            <div key={title}>
              {variants.length > 1 && <p className={styles.which}>{title}</p>}
              <Command
                command={build.command}
                label={`Build command, ${title}`}
                proof={state.state}
                example={example}
              />
            </div>
          )),
        )}
      {failedBuilds.map((view) => (
        <div key={view.variant.id}>
          {variants.length > 1 && <p className={styles.which}>{view.variant.title}</p>}
          <Transcript view={view} standalone={false} />
        </div>
      ))}
    </>
  );
}

import type {ReactNode} from 'react';
import SiteLink from '../../client/site/SiteLink';
import type {LabView, TranscriptView} from '../../model/views';
import Command from '../Command';
import styles from './styles.module.css';

interface Props {
  view: TranscriptView;
  lab: LabView;
}

/** The name servers that this run talks to, folded: what starts them before it, and what shows what they were asked. */
export default function LabCommands({view: {state, example, title}, lab: {start, after}}: Props): ReactNode {
  return (
    <details className={styles.lab}>
      <summary>Start the lab first</summary>
      <p>
        The <SiteLink href="/lab">lab</SiteLink> is the name server of this run. Start it with the zone and
        the faults of exactly this run:
      </p>
      <Command commands={start} label={`Start the lab: ${title}`} proof={state.state} example={example} />
      <p>Afterwards, see what it was asked, and end it:</p>
      <Command commands={after} label={`End the lab: ${title}`} proof={state.state} example={example} />
    </details>
  );
}

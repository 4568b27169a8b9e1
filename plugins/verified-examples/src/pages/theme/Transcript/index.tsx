import type {ReactNode} from 'react';
import type {TranscriptView} from '../../model/views';
import Words from '../Command/Words';
import CopyButton from '../CopyButton';
import DnsQueries from './DnsQueries';
import FileFacts from './FileFacts';
import HttpAnswers from './HttpAnswers';
import LabCommands from './LabCommands';
import Stream from './Stream';
import TranscriptFoot from './TranscriptFoot';
import styles from './styles.module.css';

interface Props {
  view: TranscriptView;
  /** A text to point out where it was printed: the symptom. */
  mark?: string | undefined;
  /** Without a link to itself, on the page it would lead to. */
  standalone?: boolean;
  /** Without the command, beside another form of it. */
  outputOnly?: boolean;
}

/** Commands and what was really printed. Copy takes the commands alone. */
export default function Transcript({view, mark, standalone = true, outputOnly = false}: Props): ReactNode {
  const {commands, lab, stdout, stderr, http, dns, files = [], example, scenario, state, title} = view;
  return (
    <figure
      className={styles.run}
      aria-label={`Transcript: ${title}`}
      data-cited={view.href}
      data-variant={view.variant.id === 'current' ? undefined : view.variant.title}
    >
      {(!outputOnly || stdout + stderr !== '') && (
        <div className={styles.screen}>
          <pre
            className={styles.pre}
            tabIndex={0}
            role="group"
            aria-label={`${outputOnly ? 'Output' : 'Command and output'}: ${title}`}
            translate="no"
            data-proof={state.state}
            data-example={example.id}
            data-scenario={outputOnly ? undefined : (scenario ?? undefined)}
          >
            {!outputOnly && (
              <code className={styles.command} data-stream="command" data-copied>
                <Words commands={commands} />
              </code>
            )}
            <Stream name="stdout" text={stdout} mark={mark} />
            <Stream name="stderr" text={stderr} mark={mark} />
          </pre>
          {!outputOnly && <CopyButton className={styles.copy} what="command" />}
        </div>
      )}
      {lab !== null && !outputOnly && <LabCommands view={view} lab={lab} />}
      {http.length > 0 && <HttpAnswers view={view} mark={mark} />}
      {dns.length > 0 && <DnsQueries queries={dns} folded={outputOnly} />}
      {files.length > 0 && <FileFacts files={files} />}
      <TranscriptFoot view={view} standalone={standalone} brief={outputOnly} />
    </figure>
  );
}

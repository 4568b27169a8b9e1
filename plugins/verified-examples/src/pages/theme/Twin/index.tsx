import clsx from 'clsx';
import type {ReactNode} from 'react';
import SiteLink from '../../client/site/SiteLink';
import type {TranscriptView, TwinView} from '../../model/views';
import Transcript from '../Transcript';
import styles from './styles.module.css';

/** A failure and the fix under which its text is gone, side by side. */
export default function Twin({view}: {view: TwinView}): ReactNode {
  return (
    <figure className={styles.twin} aria-label={`Failure and fix: ${view.text}`} data-twin={view.symptom}>
      <Side title="Fails" kind={styles.fails} run={view.fails} mark={view.text} />
      <Side title="Fixed" kind={styles.fix} run={view.fix} />
    </figure>
  );
}

interface SideProps {
  title: string;
  kind: string | undefined;
  run: TranscriptView;
  mark?: string;
}

function Side({title, kind, run, mark}: SideProps): ReactNode {
  return (
    <div className={clsx(styles.side, kind)}>
      <p className={styles.title}>
        <strong>{title}</strong> <SiteLink href={run.example.href}>{run.example.title}</SiteLink>
      </p>
      <Transcript view={run} mark={mark} />
    </div>
  );
}

import clsx from 'clsx';
import type {ReactNode} from 'react';
import SiteLink from '../../client/site/SiteLink';
import {REBUILT} from '../../client/site/rebuilt';
import {formatProvenance} from '../../client/format/facts';
import {formatDay} from '../../client/format/moments';
import {formatSeconds} from '../../client/format/seconds';
import type {TranscriptView} from '../../model/views';
import StateBadge from '../StateBadge';
import styles from './styles.module.css';

interface Props {
  view: TranscriptView;
  standalone: boolean;
  /** On a phone only how it ended and the proof; the rest stands there. */
  brief: boolean;
}

/** How it ended, on what, and where its proof is. */
export default function TranscriptFoot({view, standalone, brief}: Props): ReactNode {
  return (
    <figcaption className={clsx(styles.foot, brief && styles.brief)}>
      <b>exit {view.exit}</b>
      {view.stdout + view.stderr === '' && view.http.length === 0 && <span>no output</span>}
      <span className={styles.ran}>
        {view.seconds !== null && <span>{formatSeconds(view.seconds)}</span>}
        {view.base !== null && <span>{view.base}</span>}
        {view.provenance === 'rebuilt' ? (
          <SiteLink href={REBUILT}>{formatProvenance(view.provenance)}</SiteLink>
        ) : (
          <span>{formatProvenance(view.provenance)}</span>
        )}
        <span>{view.platform.replace(/^linux\//, '')}</span>
      </span>
      <span className={styles.proved}>
        <StateBadge state={view.state.state} />
        <time dateTime={view.provedAt}>{formatDay(view.provedAt)}</time>
      </span>
      {standalone && (
        <SiteLink href={view.href}>
          {view.scenario === null ? `build of ${view.example.id}` : `scenario ${view.scenario}`}
        </SiteLink>
      )}
    </figcaption>
  );
}

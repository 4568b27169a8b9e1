import type {ReactNode} from 'react';
import SiteLink from '../../client/site/SiteLink';
import {isAlarming, STATE_WORDS} from '../../client/format/facts';
import {formatDay} from '../../client/format/moments';
import type {MeasuredView} from '../../model/proseViews';
import styles from './styles.module.css';

/** A value in prose that was measured, not typed. Leads to where it comes from; its title, or client/tip, tells it first. */
export default function Measured({view}: {view: MeasuredView}): ReactNode {
  return (
    <span className={styles.holder}>
      <SiteLink
        href={view.href}
        className={styles.value}
        data-measured={view.state}
        data-claim={view.claim}
        data-variant={view.variant ?? undefined}
        data-platform={view.platform ?? undefined}
        data-proved-at={view.provedAt}
        data-example={view.example ?? undefined}
        data-scenario={view.scenario ?? undefined}
        data-alarming={isAlarming(view.state) ? '' : undefined}
        title={`${view.source}\n${STATE_WORDS[view.state]}, ${formatDay(view.provedAt)}`}
      >
        {view.text}
      </SiteLink>
    </span>
  );
}

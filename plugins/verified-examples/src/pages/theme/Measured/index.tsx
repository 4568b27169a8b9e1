import clsx from 'clsx';
import {useId, type ReactNode} from 'react';
import cite from '../../client/cite/styles.module.css';
import SiteLink from '../../client/site/SiteLink';
import {isAlarming, STATE_WORDS} from '../../client/format/facts';
import {formatDay} from '../../client/format/moments';
import type {MeasuredView} from '../../model/proseViews';
import StateBadge from '../StateBadge';
import styles from './styles.module.css';
import {useTip} from './useTip';

/** A value in prose that was measured, not typed. Leads to where it comes from; hover, focus or tap tells it first. */
export default function Measured({view}: {view: MeasuredView}): ReactNode {
  const id = useId();
  const {open, tip, holder, link} = useTip();
  const when = formatDay(view.provedAt);
  return (
    <span className={styles.holder} {...holder}>
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
        // The tip says the same, and says it to keyboards and fingers too.
        title={open ? undefined : `${view.source}. ${STATE_WORDS[view.state]}, ${when}`}
        aria-describedby={open ? id : undefined}
        {...link}
      >
        {view.text}
      </SiteLink>
      {open && (
        <span ref={tip} className={styles.tip}>
          <span id={id} role="tooltip" className={styles.told}>
            <span>{view.source}</span>
            <span className={styles.proof}>
              <StateBadge state={view.state} /> {when}
            </span>
          </span>
          <span className={clsx(cite.holder, styles.cite)} data-cite-holder>
            <button
              type="button"
              className={cite.button}
              data-cite="Copy citation"
              data-claim={view.claim}
              // The link keeps focus, or the tip would close before the click.
              onMouseDown={(event) => {
                event.preventDefault();
              }}
            >
              Copy citation
            </button>
          </span>
        </span>
      )}
    </span>
  );
}

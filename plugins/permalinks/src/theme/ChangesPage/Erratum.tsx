import type {ReactNode} from 'react';
import {formatDay} from '../../../../verified-examples/src/pages/client/format/moments';
import SectionHeading from '../../../../verified-examples/src/pages/client/site/SectionHeading';
import SiteLink from '../../../../verified-examples/src/pages/client/site/SiteLink';
import type {ErratumView} from '../../changes/changesView';
import styles from './styles.module.css';
import WithCode from './WithCode';

/** A sentence that was wrong. Its heading has the address that it is cited by. */
export default function Erratum({erratum}: {erratum: ErratumView}): ReactNode {
  const {id, on, page, said, holds, experiment} = erratum;
  return (
    <article className={styles.erratum} aria-labelledby={id}>
      <SectionHeading level="h3" id={id}>
        <del>
          <WithCode text={said} />
        </del>
      </SectionHeading>
      <p>
        <WithCode text={holds} />
      </p>
      <p className={styles.foot}>
        <time dateTime={on}>{formatDay(on)}</time>
        <span>
          It stood on <SiteLink href={page}>{page.replace(/#.*/, '')}</SiteLink>
        </span>
        <span>
          The run: <SiteLink href={experiment.href}>{experiment.title}</SiteLink>
        </span>
      </p>
    </article>
  );
}

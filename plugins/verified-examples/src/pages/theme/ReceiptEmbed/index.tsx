import type {ReactNode} from 'react';
import SiteLink from '../../client/site/SiteLink';
import {isAlarming} from '../../client/format/facts';
import type {ReceiptView} from '../../model/views';
import ProofSummary from '../ProofSummary';
import ReceiptPanel from '../ReceiptPanel';
import styles from './styles.module.css';

/** The receipt of an example, without its code: one line, which opens. */
export default function ReceiptEmbed({view}: {view: ReceiptView}): ReactNode {
  const {example, variant, state, proofs} = view;
  return (
    <figure className={styles.receipt} aria-label={`Receipt of ${example.id}, ${variant}`}>
      <figcaption className={styles.head}>
        <SiteLink href={example.href}>{example.title}</SiteLink>
        <span>{variant}</span>
      </figcaption>
      <details open={isAlarming(state.state)}>
        <summary className={styles.summary}>
          <ProofSummary state={state} proofs={proofs} />
          <span className={styles.opens}>receipt</span>
        </summary>
        <ReceiptPanel state={state} proofs={proofs} />
      </details>
    </figure>
  );
}

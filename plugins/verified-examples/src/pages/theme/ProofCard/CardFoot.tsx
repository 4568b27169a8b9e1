import type {ReactNode} from 'react';
import {isAlarming} from '../../client/format/facts';
import {useAnchor} from '../../client/site/useAnchor';
import type {ExampleRef, VariantView} from '../../model/views';
import ProofSummary from '../ProofSummary';
import ReceiptPanel from '../ReceiptPanel';
import styles from './styles.module.css';

interface Props {
  example: ExampleRef;
  variant: VariantView;
  open: boolean;
  receiptId: string | undefined;
}

/** The proof in one line; opens into the receipt. */
export default function CardFoot({example, variant, open, receiptId}: Props): ReactNode {
  const {id, title, state, proofs} = variant;
  useAnchor(receiptId);
  return (
    <div
      className={styles.footHolder}
      role="group"
      aria-label={`Proof of ${title}`}
      data-cited={id === 'current' ? example.href : `${example.href}#card-variant-${id}`}
      data-cited-top
    >
      <details className={styles.foot} id={receiptId} open={open}>
        <summary>
          <ProofSummary state={state} proofs={proofs} />
          <span className={styles.opens}>receipt</span>
        </summary>
        {/* An alarming state has told its reasons above the code already. */}
        <ReceiptPanel state={isAlarming(state.state) ? undefined : state} proofs={proofs} />
      </details>
    </div>
  );
}

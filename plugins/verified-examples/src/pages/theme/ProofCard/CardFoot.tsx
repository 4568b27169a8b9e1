import type {ReactNode} from 'react';
import {isAlarming} from '../../client/format/facts';
import {useAnchor} from '../../client/site/useAnchor';
import type {VariantView} from '../../model/views';
import ProofSummary from '../ProofSummary';
import ReceiptPanel from '../ReceiptPanel';
import styles from './styles.module.css';

interface Props {
  variant: VariantView;
  open: boolean;
  receiptId: string | undefined;
}

/** The proof in one line; opens into the receipt. */
export default function CardFoot({variant: {state, proofs}, open, receiptId}: Props): ReactNode {
  useAnchor(receiptId);
  return (
    <details className={styles.foot} id={receiptId} open={open}>
      <summary>
        <ProofSummary state={state} proofs={proofs} />
        <span className={styles.opens}>receipt</span>
      </summary>
      {/* An alarming state has told its reasons above the code already. */}
      <ReceiptPanel state={isAlarming(state.state) ? undefined : state} proofs={proofs} />
    </details>
  );
}

import type {ReactNode} from 'react';
import {formatProvenance} from '../../client/format/facts';
import type {ProofView, StateView} from '../../model/views';
import StateReasons from '../StateReasons';
import ProofFacts from './ProofFacts';
import styles from './styles.module.css';

interface Props {
  /** Told with its reasons; left out where they are told already. */
  state?: StateView | undefined;
  proofs: ProofView[];
}

/** All a receipt says, one list of facts a proof. */
export default function ReceiptPanel({state, proofs}: Props): ReactNode {
  return (
    <div className={styles.panel}>
      {state !== undefined && <StateReasons state={state} />}
      {proofs.length === 0 && <p className={styles.none}>There is no proof yet.</p>}
      {proofs.map((proof) => (
        <div key={proof.key}>
          {proofs.length > 1 && (
            <p className={styles.which}>
              {proof.platform}, {formatProvenance(proof.provenance)}
            </p>
          )}
          <ProofFacts proof={proof} />
        </div>
      ))}
    </div>
  );
}

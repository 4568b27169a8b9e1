import clsx from 'clsx';
import type {ReactNode} from 'react';
import {isAlarming} from '../../client/format/facts';
import type {ProofCardView} from '../../model/views';
import Switch from './Switch';
import VariantPanel from './VariantPanel';
import styles from './styles.module.css';

interface Props {
  view: ProofCardView;
  /** The receipt is open: on the example's own page. */
  open?: boolean;
  /** Id of the first receipt, for links to it. */
  receiptId?: string | undefined;
}

/** An example's files, what one can do with them, and their proof. All but Copy works without JavaScript. */
export default function ProofCard({view, open = false, receiptId}: Props): ReactNode {
  const {uid, example, variants} = view;
  const alarming = variants.some(({state}) => isAlarming(state.state));
  return (
    <figure
      id={uid}
      className={clsx(styles.card, alarming && styles.alarming)}
      aria-label={`Example ${example.id}`}
    >
      <Switch
        kind="variants"
        name={`${uid}-variant`}
        label={`Variants of ${example.id}`}
        choices={variants.map((variant, index) => ({
          value: variant.id,
          label: variant.title,
          panel: (
            <VariantPanel
              uid={uid}
              example={example}
              variant={variant}
              first={index === 0 ? undefined : variants[0]}
              open={open}
              receiptId={index === 0 ? receiptId : undefined}
            />
          ),
        }))}
      />
    </figure>
  );
}

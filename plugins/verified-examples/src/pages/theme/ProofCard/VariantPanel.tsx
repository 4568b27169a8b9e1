import type {ReactNode} from 'react';
import {isAlarming} from '../../client/format/facts';
import type {ExampleRef, VariantView} from '../../model/views';
import StateReasons from '../StateReasons';
import CardFoot from './CardFoot';
import FileName from './FileName';
import FilePanel from './FilePanel';
import Switch from './Switch';
import styles from './styles.module.css';

interface Props {
  uid: string;
  example: ExampleRef;
  variant: VariantView;
  /** What the variant is made of and does not show again. Undefined: it is the first. */
  first: VariantView | undefined;
  open: boolean;
  receiptId: string | undefined;
}

/** One variant: its files, and their proof below. */
export default function VariantPanel({uid, example, variant, first, open, receiptId}: Props): ReactNode {
  return (
    <>
      {isAlarming(variant.state.state) && <StateReasons state={variant.state} />}
      {variant.files.length > 0 && (
        <Switch
          kind="files"
          name={`${uid}-file-${variant.id}`}
          label={`Files of ${example.id}, ${variant.title}`}
          choices={variant.files.map((file) => ({
            value: file.path,
            label: <FileName path={file.path} among={variant.files.map(({path}) => path)} />,
            panel: <FilePanel example={example} file={file} zip={variant.zip} state={variant.state.state} />,
          }))}
        />
      )}
      {first !== undefined && first.files.length > variant.files.length && (
        <p className={styles.selection}>
          {variant.files.length === 0 ? (
            <>
              Built from the files of “{first.title}”, by <a href="#build">its own command</a>.
            </>
          ) : (
            `The other files are those of “${first.title}”.`
          )}
        </p>
      )}
      <CardFoot example={example} variant={variant} open={open} receiptId={receiptId} />
    </>
  );
}

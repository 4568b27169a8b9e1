import type {ReactNode} from 'react';
import {isAlarming} from '../../client/format/facts';
import type {ExampleRef, VariantView} from '../../model/views';
import StateReasons from '../StateReasons';
import CardFoot from './CardFoot';
import FileName from './FileName';
import FilePanel from './FilePanel';
import Switch from './Switch';

interface Props {
  uid: string;
  example: ExampleRef;
  variant: VariantView;
  open: boolean;
  receiptId: string | undefined;
}

/** One variant: its files, and their proof below. */
export default function VariantPanel({uid, example, variant, open, receiptId}: Props): ReactNode {
  return (
    <>
      {isAlarming(variant.state.state) && <StateReasons state={variant.state} />}
      <Switch
        kind="files"
        name={`${uid}-file-${variant.id}`}
        label={`Files of ${example.id}, ${variant.title}`}
        choices={variant.files.map((file) => ({
          value: file.path,
          label: <FileName path={file.path} among={variant.files.map(({path}) => path)} />,
          panel: <FilePanel example={example.id} file={file} zip={variant.zip} state={variant.state.state} />,
        }))}
      />
      <CardFoot variant={variant} open={open} receiptId={receiptId} />
    </>
  );
}

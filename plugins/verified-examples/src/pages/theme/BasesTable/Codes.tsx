import type {ReactNode} from 'react';

/** Words of a machine, or "none". */
export default function Codes({texts}: {texts: readonly string[]}): ReactNode {
  if (texts.length === 0) return 'none';
  return texts.map((text, index) => (
    <span key={text}>
      {index > 0 && ', '}
      <code translate="no">{text}</code>
    </span>
  ));
}

import type {ReactNode} from 'react';
import FileLink from '../../client/site/FileLink';
import SiteLink from '../../client/site/SiteLink';
import {REBUILT} from '../../client/site/rebuilt';
import {formatBytes} from '../../client/format/bytes';
import {formatLines} from '../../client/format/facts';
import type {FileView, ZipView} from '../../model/views';
import type {State} from '../../../proof/gate/state';
import CopyButton from '../CopyButton';
import Hidden from '../Hidden';
import ProvedCode from '../ProvedCode';
import styles from './styles.module.css';

interface Props {
  example: string;
  file: FileView;
  zip: ZipView;
  state: State;
}

/** One file, or a part of it, and what one can do with it. */
export default function FilePanel({example, file, zip, state}: Props): ReactNode {
  const {path, stage} = file;
  const shown = stage === null ? path : formatLines(stage, path);
  return (
    <>
      <div className={styles.actions} data-screen>
        <CopyButton what={shown} />
        <FileLink className={styles.action} href={file.rawHref}>
          Raw<Hidden> text of {path}</Hidden>
        </FileLink>
        <FileLink
          className={styles.action}
          href={zip.href}
          download
          title={`${formatBytes(zip.bytes)}, SHA-256 ${zip.sha256}`}
        >
          Zip<Hidden> of {example}</Hidden>
        </FileLink>
      </div>
      {stage !== null && (
        <p className={styles.selection}>
          {capitalised(shown)}, stage <code>{stage.name}</code>
        </p>
      )}
      <ProvedCode
        className={styles.code}
        proof={state}
        label={`${capitalised(shown)}, example ${example}`}
        html={file.html}
        finalNewline={file.finalNewline}
        example={example}
      />
      {file.notes.length > 0 && (
        <p className={styles.note}>
          On <SiteLink href={REBUILT}>rebuilt bases</SiteLink>: {file.notes.join('; ')}.
        </p>
      )}
    </>
  );
}

function capitalised(text: string): string {
  return text.startsWith('line') ? `L${text.slice(1)}` : text;
}

import type {ReactNode} from 'react';
import FileLink from '../../client/site/FileLink';
import SiteLink from '../../client/site/SiteLink';
import {REBUILT} from '../../client/site/rebuilt';
import {formatBytes} from '../../client/format/bytes';
import {formatLines} from '../../client/format/facts';
import type {ExampleRef, FileView, ZipView} from '../../model/views';
import type {State} from '../../../proof/gate/state';
import CopyButton from '../CopyButton';
import Hidden from '../Hidden';
import ProvedCode from '../ProvedCode';
import styles from './styles.module.css';

interface Props {
  example: ExampleRef;
  file: FileView;
  zip: ZipView;
  state: State;
}

/** One file, or a part of it, and what one can do with it. */
export default function FilePanel({example, file, zip, state}: Props): ReactNode {
  const {path, stage, wholeSha256} = file;
  const shown = stage === null ? path : formatLines(stage, path);
  return (
    <>
      <div className={styles.actions} data-screen>
        {wholeSha256 !== null && (
          <label className={styles.origin} title="Copy with a first line that says where the file is from">
            <input type="checkbox" data-origin={wholeSha256} data-origin-of={example.href} /> with its address
          </label>
        )}
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
          Zip<Hidden> of {example.id}</Hidden>
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
        label={`${capitalised(shown)}, example ${example.id}`}
        html={file.html}
        finalNewline={file.finalNewline}
        example={example.id}
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

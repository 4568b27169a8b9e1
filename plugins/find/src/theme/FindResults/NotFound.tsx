import type {ReactNode} from 'react';
import {reportAddress} from '../../../../verified-examples/src/pages/client/site/reportAddress';
import {useRepository} from '../../../../verified-examples/src/pages/client/site/useRepository';
import CopyButton from '../../../../verified-examples/src/pages/theme/CopyButton';
import SiteLink from '../../../../verified-examples/src/pages/client/site/SiteLink';
import styles from './styles.module.css';

/** No page has the text: where to go on, and a report that a reader may send. */
export default function NotFound({masked}: {masked: string}): ReactNode {
  const repository = useRepository();
  return (
    <div className={styles.missing}>
      <p>
        <b>No page has this very text.</b> <SiteLink href="/playbooks">Start from what you see</SiteLink>, or{' '}
        {repository === undefined ? 'ask somebody, with this text:' : 'report it:'}
      </p>
      <p className={styles.note}>
        Hosts, paths, addresses and tokens are taken out. Read it before you send it; nothing is sent from
        here.
      </p>
      <div className={styles.report}>
        <pre tabIndex={0} role="group" aria-label="Report" data-proof="reasoned">
          <code data-copied>{masked}</code>
        </pre>
        <CopyButton what="report" />
      </div>
      {repository !== undefined && (
        <p>
          <a href={reportAddress(repository, masked)}>Open an issue with it</a>
        </p>
      )}
    </div>
  );
}

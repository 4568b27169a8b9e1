import clsx from 'clsx';
import type {ReactNode} from 'react';
import shared from '../../client/cite/styles.module.css';
import styles from './styles.module.css';

/**
 * The head of a page that can be cited: the way back, and the button that copies its citation (client/cite). Not to be seen
 * without JavaScript, nor where the page has no citation.
 */
export default function CitePage({children}: {children: ReactNode}): ReactNode {
  return (
    <div className={styles.head}>
      {children}
      <span className={clsx(shared.holder, shared.ofPage, styles.cite)} data-cite-head data-cite-holder>
        <button type="button" className={shared.button} data-cite="Copy citation">
          Copy citation
        </button>
        <button
          type="button"
          className={shared.more}
          data-cite-menu
          aria-haspopup="menu"
          aria-expanded="false"
          aria-label="Other formats of the citation"
        />
      </span>
    </div>
  );
}

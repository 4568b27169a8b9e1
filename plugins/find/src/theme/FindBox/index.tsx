import clsx from 'clsx';
import {lazy, Suspense, useId, useRef, useState, type ReactNode} from 'react';
import {useHistory} from '@docusaurus/router';
import useBaseUrl from '@docusaurus/useBaseUrl';
import Hidden from '../../../../verified-examples/src/pages/theme/Hidden';
import {spoken} from '../../client/spoken';
import {useQuestion} from '../../client/useQuestion';
import HeldLog from './HeldLog';
import styles from './styles.module.css';

const FindResults = lazy(() => import('../FindResults'));

const LINES = 12;

/** Where readers paste what their screen shows, or type a few words; the answer comes below it. */
export default function FindBox(): ReactNode {
  const id = useId();
  const {answered, error, pending, typed, log, type, clear, onPaste, onDrop} = useQuestion(LINES);
  const [over, setOver] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const history = useHistory();
  const fix = useBaseUrl('/fix');

  return (
    <search className={styles.find} data-find-box>
      <form
        className={clsx(styles.form, over && styles.over)}
        action={fix}
        onSubmit={(event) => {
          event.preventDefault();
          const first = answered?.found[0]?.symptom.href ?? answered?.pages[0]?.href;
          if (first !== undefined) history.push(first);
          else field.current?.focus();
        }}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={(event) => {
          setOver(false);
          onDrop(event);
        }}
      >
        <label htmlFor={`${id}q`} className={styles.label}>
          Paste an error message or a log, or type a few words
        </label>
        {log === undefined ? (
          <textarea
            ref={field}
            id={`${id}q`}
            className={styles.field}
            value={typed}
            rows={Math.min(LINES, Math.max(typed.split('\n').length, Math.ceil(typed.length / 90), 2))}
            placeholder="exec /app: no such file or directory"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            aria-describedby={`${id}note`}
            data-find-field
            onPaste={onPaste}
            onChange={(event) => {
              type(event.target.value);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || typed.includes('\n')) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
        ) : (
          <HeldLog log={log} onClear={clear} onPaste={onPaste} id={`${id}q`} />
        )}
        <p id={`${id}note`} className={styles.note}>
          Nothing is sent. The address of this page keeps it, to be shared. A file can be dropped here.
        </p>
        <noscript>
          <style>{'[data-find-field] {display: none}'}</style>
          <p className={styles.note}>
            This box needs JavaScript. <a href={fix}>All error messages</a> are on one page, which your
            browser can search.
          </p>
        </noscript>
      </form>
      {pending && <p className={styles.pending}>Looking…</p>}
      <Hidden role="status">{answered === undefined ? '' : spoken(answered)}</Hidden>
      {error !== undefined && (
        <p className={styles.error} role="alert">
          What pages are found by could not be loaded ({error}). Type again to try again, or{' '}
          <a href={fix}>look through all messages</a>.
        </p>
      )}
      {answered !== undefined && (
        <Suspense fallback={null}>
          <FindResults answered={answered} />
        </Suspense>
      )}
    </search>
  );
}

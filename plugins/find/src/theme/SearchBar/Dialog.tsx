import {useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode} from 'react';
import {useHistory} from '@docusaurus/router';
import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import Hidden from '../../../../verified-examples/src/pages/theme/Hidden';
import {optionGroups, type Option} from '../../client/options';
import {sizeOf} from '../../client/paste';
import {slashIsOn, turnSlash} from '../../client/shortcut';
import {spoken} from '../../client/spoken';
import {useQuestion} from '../../client/useQuestion';
import Options from './Options';
import styles from './styles.module.css';

/** The search over any page: a combobox with its list, as WAI-ARIA describes it. */
export default function Dialog({onClose}: {onClose: () => void}): ReactNode {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const history = useHistory();
  const {withBaseUrl} = useBaseUrlUtils();
  const {answered, error, typed, log, type, clear, onPaste, onDrop} = useQuestion(1);
  // A new answer begins at its first option.
  const [choice, setChoice] = useState<{of: typeof answered; at: number}>({of: undefined, at: 0});
  const chosen = choice.of === answered ? choice.at : 0;
  const [slash, setSlash] = useState(slashIsOn);

  // The address gets its own fragment back.
  useEffect(() => {
    const {hash} = window.location;
    const before = hash.startsWith('#q=') ? '' : hash;
    const {pathname} = window.location;
    dialog.current?.showModal();
    return () => {
      if (window.location.pathname !== pathname) return;
      window.history.replaceState(window.history.state, '', `${pathname}${window.location.search}${before}`);
    };
  }, []);

  const groups = answered === undefined ? [] : optionGroups(answered);
  const options = groups.flatMap((group) => group.options);
  const go = ({href}: Option) => {
    onClose();
    history.push(withBaseUrl(href));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      setChoice({of: answered, at: (chosen + step + options.length) % options.length});
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = options[chosen];
      if (option !== undefined) go(option);
    } else if (event.key === 'Backspace' && log !== undefined) clear();
  };

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label="Find"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      onDragOver={(event) => {
        event.preventDefault();
      }}
      onDrop={onDrop}
    >
      <div className={styles.inside}>
        <div className={styles.top}>
          <input
            className={styles.field}
            type="text"
            role="combobox"
            aria-label="Paste an error message or a log, or type a few words"
            aria-expanded={options.length > 0}
            aria-controls={`${id}list`}
            aria-autocomplete="list"
            aria-activedescendant={options.length > 0 ? `${id}${chosen}` : undefined}
            placeholder="An error message, a log, or a few words"
            value={log === undefined ? typed : `${log.name} (${sizeOf(log.text)})`}
            readOnly={log !== undefined}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            data-find-field
            onPaste={onPaste}
            onChange={(event) => {
              type(event.target.value);
            }}
            onKeyDown={onKeyDown}
          />
          <button type="button" className={styles.close} onClick={onClose}>
            Close
          </button>
        </div>
        <Hidden role="status">{answered === undefined ? '' : spoken(answered)}</Hidden>
        {error !== undefined && <p role="alert">What pages are found by could not be loaded ({error}).</p>}
        <Options id={id} groups={groups} chosen={chosen} onGo={go} />
        {answered !== undefined && options.length === 0 && (
          <p className={styles.none}>
            No page has these words. Try the fixed words of a message, without your names and versions.
          </p>
        )}
        <label className={styles.slash}>
          <input
            type="checkbox"
            checked={slash}
            onChange={(event) => {
              turnSlash(event.target.checked);
              setSlash(event.target.checked);
            }}
          />
          <span>
            Open this with <kbd>/</kbd>, too. <kbd>Ctrl</kbd> <kbd>K</kbd> always does. Nothing you type
            leaves your browser.
          </span>
        </label>
      </div>
    </dialog>
  );
}

import {lazy, Suspense, useEffect, useState, type ReactNode} from 'react';
import {useLocation} from '@docusaurus/router';
import {questionOf} from '../../client/fragment';
import {asksToFind, isTyping, slashIsOn} from '../../client/shortcut';
import styles from './styles.module.css';

const Dialog = lazy(() => import('./Dialog'));

/** The box of a page that has one is the search of that page. */
const box = () => document.querySelector<HTMLElement>('[data-find-field]:not(dialog *)');

/** The button of the navigation bar, and the keys, that open the search. Everything else is loaded then. */
export default function SearchBar(): ReactNode {
  const [open, setOpen] = useState(false);
  const {pathname} = useLocation();

  const find = () => {
    const field = box();
    if (field === null) {
      setOpen(true);
      return;
    }
    field.scrollIntoView({block: 'center'});
    field.focus();
  };

  useEffect(() => {
    // Once the page has drawn its own box.
    const drawn = setTimeout(() => {
      if (questionOf(window.location.hash) !== undefined && box() === null) setOpen(true);
    });
    const onKey = (event: KeyboardEvent) => {
      if (!asksToFind({...keyOf(event), typing: isTyping(event.target)}, slashIsOn())) return;
      event.preventDefault();
      find();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(drawn);
      window.removeEventListener('keydown', onKey);
    };
  }, [pathname]);

  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={find}
      >
        Find
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      {open && (
        <Suspense fallback={null}>
          <Dialog
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function keyOf({key, ctrlKey, metaKey, altKey}: KeyboardEvent) {
  return {key, ctrlKey, metaKey, altKey};
}

const STORE = 'cgo-field-guide slash';

/** Whether `/` opens the dialog: a key by itself can be turned off (WCAG 2.1.4). Storage may be refused: then it is on. */
export function slashIsOn(): boolean {
  try {
    return window.localStorage.getItem(STORE) !== 'off';
  } catch {
    return true;
  }
}

export function turnSlash(on: boolean): void {
  try {
    if (on) window.localStorage.removeItem(STORE);
    else window.localStorage.setItem(STORE, 'off');
  } catch {
    // As above.
  }
}

interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  /** Whether letters go into a field just now. */
  typing: boolean;
}

/** Whether a key asks for the search. */
export function asksToFind({key, ctrlKey, metaKey, altKey, typing}: Key, slash: boolean): boolean {
  if (altKey) return false;
  if (key.toLowerCase() === 'k') return ctrlKey !== metaKey;
  return key === '/' && slash && !ctrlKey && !metaKey && !typing;
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

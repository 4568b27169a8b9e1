import {useEffect, useState} from 'react';
import {fragmentOf, valuesOf, type Values} from '../placeholders';

const STORE = 'cgo-field-guide names';

/**
 * A reader's names for placeholders: kept for the session, so that the next page has them too, and in the fragment of the
 * address, so that a colleague gets the same commands and no server sees them.
 *
 * @param inAddress - Whether the fragment of this page is theirs; default: it is
 * @param defaults - What the page itself says of them, until the reader says otherwise
 */
export function usePlaceholders(
  placeholders: readonly string[],
  {inAddress = true, defaults = {}}: {inAddress?: boolean; defaults?: Values} = {},
): [values: Values, set: (placeholder: string, value: string) => void] {
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(placeholders.map((name) => [name, ''])),
  );
  useEffect(() => {
    const known = valuesOf(window.location.hash, placeholders) ?? stored();
    setValues((empty) => ({...empty, ...pick(known, placeholders), ...pick(defaults, placeholders)}));
    // Placeholders belong to the page and never change on it.
  }, []);
  const set = (placeholder: string, value: string) => {
    const next = {...values, [placeholder]: value};
    setValues(next);
    keepNames(next);
    if (!inAddress) return;
    const {pathname, search} = window.location;
    window.history.replaceState(window.history.state, '', `${pathname}${search}${fragmentOf(next)}`);
  };
  return [values, set];
}

function pick(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

/** Storage may be refused by the browser; the names then live as long as the page. */
function stored(): Values {
  try {
    return JSON.parse(window.sessionStorage.getItem(STORE) ?? '{}') as Values;
  } catch {
    return {};
  }
}

/** Keeps a reader's names for the pages of this session. */
export function keepNames(values: Values): void {
  try {
    window.sessionStorage.setItem(STORE, JSON.stringify({...stored(), ...values}));
  } catch {
    // As above.
  }
}

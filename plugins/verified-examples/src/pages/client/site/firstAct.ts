/** Signs that a reader is there, and may soon ask for something that only a hydrated page answers. */
const ACTS = [
  ...['pointermove', 'pointerdown', 'touchstart', 'click', 'keydown', 'focusin', 'dragenter', 'scroll'],
];
/** How long after it was loaded a page that nobody touches comes alive. */
const UNTOUCHED_MS = 3000;
/** What waits for that. The other buttons work at once, by listeners of the document (client/index). */
const WAITS = 'button:not([data-outcome], [data-cite]), [role="button"]';

type Field = HTMLInputElement | HTMLTextAreaElement;

function isField(target: EventTarget | null): target is Field {
  return (
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')
  );
}

/** Runs something when the reader first does anything, or after a while; at once where the address has a state to show. */
export function atFirstAct(run: () => void): void {
  if (window.location.hash !== '' || window.location.search !== '') {
    run();
    return;
  }
  const waiting = new AbortController();
  const {signal} = waiting;
  const start = (): void => {
    if (signal.aborted) return;
    waiting.abort();
    run();
  };
  ACTS.forEach((act) => {
    window.addEventListener(act, start, {capture: true, passive: true, signal});
  });
  const leave = (): void => void setTimeout(start, UNTOUCHED_MS);
  if (document.readyState === 'complete') leave();
  else window.addEventListener('load', leave, {once: true});
}

/**
 * Holds what is pressed and typed before the page can answer.
 * @returns Does it again; to be called once the page can
 */
export function holdActs(): () => void {
  const holding = new AbortController();
  const options = {capture: true, signal: holding.signal};
  let button: HTMLElement | null = null;
  let key: KeyboardEvent | undefined;
  const typed = new Map<Field, string>();
  document.addEventListener(
    'click',
    (event) => {
      const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>(WAITS) : null;
      if (pressed === null) return;
      event.preventDefault();
      event.stopPropagation();
      button = pressed;
    },
    options,
  );
  // A key that goes to nothing on the page is one for the page as a whole.
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.target === document.body) key = event;
    },
    options,
  );
  document.addEventListener(
    'input',
    ({target}) => {
      if (isField(target)) typed.set(target, target.value);
    },
    options,
  );
  return () => {
    holding.abort();
    for (const [field, value] of typed) {
      field.value = value;
      field.dispatchEvent(new Event('input', {bubbles: true}));
    }
    if (key !== undefined) document.body.dispatchEvent(new KeyboardEvent('keydown', key));
    button?.click();
  };
}

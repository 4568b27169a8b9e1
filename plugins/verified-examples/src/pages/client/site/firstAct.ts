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

let alive: () => void = () => undefined;
let first: Promise<void> = Promise.resolve();

/**
 * Holds what is pressed and typed until the page can answer; to be called before anything else, once.
 *
 * @returns When the reader first does anything, or after a while; at once where the address has a state to show
 */
export function holdActs(): Promise<void> {
  alive = hold();
  first = firstAct();
  return first;
}

/** When the page has to come alive: see {@link holdActs}. */
export function whenAsked(): Promise<void> {
  return first;
}

/** Does again what was pressed and typed: the page can answer now, or never will. */
export function letActs(): void {
  alive();
}

function firstAct(): Promise<void> {
  if (window.location.hash !== '' || window.location.search !== '') return Promise.resolve();
  return new Promise((resolve) => {
    const waiting = new AbortController();
    const act = (): void => {
      waiting.abort();
      resolve();
    };
    for (const name of ACTS)
      window.addEventListener(name, act, {capture: true, passive: true, signal: waiting.signal});
    const leave = (): void => void setTimeout(act, UNTOUCHED_MS);
    if (document.readyState === 'complete') leave();
    else window.addEventListener('load', leave, {once: true});
  });
}

/** @returns Ends it, and does again what was held */
function hold(): () => void {
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

import {copyMade} from './cite/copyMade';
import {copyText} from './copyText';
import {markedCopy} from './origin';
import {shownBytes} from './shownBytes';

const SHOWN_FOR_MS = 2500;
/** What a button shows, and what those hear who do not see it. */
const WORDS = {
  idle: {shown: 'Copy', said: ''},
  copied: {shown: 'Copied', said: 'Copied'},
  refused: {shown: 'Refused', said: 'The browser refused to copy; select the text instead'},
} as const;

type Outcome = keyof typeof WORDS;

const timers = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>();

/**
 * Makes the Copy buttons of all pages work, those of HTML that no component stands behind too. A button copies the nearest
 * text that is marked with `data-copied`, and says so.
 */
export function listenForCopies(): void {
  document.addEventListener('click', ({target}) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button[data-outcome]') : null;
    if (button !== null) void copy(button);
  });
}

async function copy(button: HTMLElement): Promise<void> {
  const source = nearest(button);
  show(button, source !== null && (await put(button, shownBytes(source))) ? 'copied' : 'refused');
  clearTimeout(timers.get(button));
  timers.set(
    button,
    setTimeout(() => {
      show(button, 'idle');
    }, SHOWN_FOR_MS),
  );
}

/** @returns Whether the browser took it; not when it asks for where the bytes are from and that could not be fetched */
async function put(button: HTMLElement, bytes: string): Promise<boolean> {
  const marked = markedCopy(button, bytes);
  if (marked === undefined) return copyText(bytes);
  return copyMade(marked, false).catch(() => false);
}

function nearest(button: HTMLElement): HTMLElement | null {
  for (let around = button.parentElement; around !== null; around = around.parentElement) {
    const source = around.querySelector<HTMLElement>('[data-copied]');
    if (source !== null) return source;
  }
  return null;
}

function show(button: HTMLElement, outcome: Outcome): void {
  const {shown, said} = WORDS[outcome];
  button.dataset.outcome = outcome;
  button.setAttribute('aria-label', `${shown} ${button.dataset.what ?? ''}`);
  button.textContent = shown;
  const status = button.nextElementSibling;
  if (status !== null) status.textContent = said;
}

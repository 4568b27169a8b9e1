import styles from './styles.module.css';

const SHOWN_FOR_MS = 2500;
const WORDS = {copied: 'Copied', refused: 'Refused'} as const;

const timers = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>();
let status: HTMLElement | undefined;

/** Shows in a button what became of its click, for a while. */
export function show(button: HTMLElement, outcome: keyof typeof WORDS): void {
  button.dataset.shown = outcome;
  button.textContent = WORDS[outcome];
  clearTimeout(timers.get(button));
  timers.set(
    button,
    setTimeout(() => {
      delete button.dataset.shown;
      button.textContent = button.dataset.cite ?? '';
    }, SHOWN_FOR_MS),
  );
}

/** Tells it to those who do not see the button: one place for all buttons of a page. */
export function say(text: string): void {
  if (status === undefined) {
    status = document.createElement('span');
    status.className = styles.status ?? '';
    status.setAttribute('role', 'status');
    document.body.append(status);
  }
  status.textContent = '';
  // The same words twice are read out twice.
  setTimeout(() => status?.append(text));
}

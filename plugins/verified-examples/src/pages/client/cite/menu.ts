import {FORMATS, type Format} from '../../../../../../src/cite/formats';
import {placeTip} from '../tip/placeTip';
import styles from './styles.module.css';

type Choose = (format: Format) => void;

let menu: HTMLElement | undefined;
let opener: HTMLElement | undefined;
let chosen: Choose | undefined;
/** Whose menu was open when the pointer came down: the browser has closed it before the click. */
let pressed: HTMLElement | undefined;

/** Whether the browser has what the menu is made of; without it, a button copies rich text and Markdown. */
export function canChoose(): boolean {
  return 'popover' in HTMLElement.prototype;
}

/**
 * Opens the formats beside a button, or closes them (https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/). The browser
 * closes them on Escape and on a click elsewhere, and gives focus back.
 */
export function toggleMenu(button: HTMLElement, choose: Choose): void {
  menu ??= makeMenu();
  const again = pressed === button;
  pressed = undefined;
  if (again) return;
  [opener, chosen] = [button, choose];
  menu.showPopover();
  button.setAttribute('aria-expanded', 'true');
  const {clientWidth: width, clientHeight: height} = document.documentElement;
  const {left, top} = placeTip(button.getBoundingClientRect(), menu.getBoundingClientRect(), {width, height});
  Object.assign(menu.style, {left: `${left}px`, top: `${top}px`});
  items()[0]?.focus({preventScroll: true});
}

function makeMenu(): HTMLElement {
  const made = document.createElement('div');
  made.popover = 'auto';
  made.className = styles.menu ?? '';
  made.setAttribute('role', 'menu');
  made.setAttribute('aria-label', 'Copy citation as');
  for (const [format, {label}] of Object.entries(FORMATS)) {
    if (format === 'markdown') continue;
    const item = document.createElement('button');
    Object.assign(item, {type: 'button', textContent: label, tabIndex: -1});
    item.setAttribute('role', 'menuitem');
    item.dataset.format = format;
    made.append(item);
  }
  made.addEventListener('click', ({target}) => {
    const format = target instanceof HTMLElement ? target.dataset.format : undefined;
    if (format === undefined) return;
    const choose = chosen;
    made.hidePopover();
    choose?.(format as Format);
  });
  made.addEventListener('keydown', move);
  made.addEventListener('toggle', (event) => {
    if (event.newState === 'open') return;
    opener?.setAttribute('aria-expanded', 'false');
    opener = undefined;
  });
  for (const type of ['scroll', 'resize'])
    window.addEventListener(
      type,
      () => {
        if (opener !== undefined) made.hidePopover();
      },
      {passive: true},
    );
  document.addEventListener('pointerdown', () => {
    pressed = opener;
  });
  document.body.append(made);
  return made;
}

function items(): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}

function move(event: KeyboardEvent): void {
  const all = items();
  const at = all.findIndex((item) => item === document.activeElement);
  const next = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1}[event.key];
  if (event.key === 'Tab') menu?.hidePopover();
  if (next === undefined) return;
  event.preventDefault();
  all.at(next % all.length)?.focus();
}

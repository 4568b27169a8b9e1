import cite from '../cite/styles.module.css';
import {placeTip} from './placeTip';
import styles from '../../theme/Measured/styles.module.css';

interface Tip {
  link: HTMLElement;
  element: HTMLElement;
}

let open: Tip | undefined;
/** The tap gives focus, and so opens, before it clicks: what counts is how it was when the finger came down. */
let opensByTap = false;

/**
 * Tells where a measured value comes from: on hover, focus or the first tap; gone on leaving, Escape or a tap elsewhere
 * (WCAG 2.2, 1.4.13). A second tap follows the link.
 */
export function listenForTips(): void {
  document.addEventListener('pointerover', ({target, pointerType}) => {
    if (pointerType === 'touch') return;
    const link = linkAround(target);
    if (link !== undefined) show(link);
    else if (open !== undefined && !holdsFocus(open)) closeTip();
  });
  document.documentElement.addEventListener('pointerleave', () => {
    if (open !== undefined && !holdsFocus(open)) closeTip();
  });
  document.addEventListener('focusin', ({target}) => {
    const link = linkAround(target);
    if (link !== undefined) show(link);
    else closeTip();
  });
  document.addEventListener('focusout', ({relatedTarget}) => {
    if (relatedTarget === null) closeTip();
  });
  document.addEventListener('pointerdown', ({target, pointerType}) => {
    const link = valueOf(target);
    opensByTap = pointerType === 'touch' && link !== undefined && link !== open?.link;
  });
  // In the capturing phase: a link of the site's own router leaves at once.
  document.addEventListener('click', tap, {capture: true});
  document.addEventListener('keydown', ({key}) => {
    if (key !== 'Escape' || open === undefined) return;
    // Focus that is in the tip goes back to the link before the tip is gone.
    const {link, element} = open;
    if (element.contains(document.activeElement)) link.focus();
    closeTip();
  });
  const again = {capture: true, passive: true};
  window.addEventListener('scroll', place, again);
  window.addEventListener('resize', place, again);
}

function holdsFocus({link, element}: Tip): boolean {
  const {activeElement} = document;
  return activeElement === link || element.contains(activeElement);
}

function tap(event: MouseEvent): void {
  const link = valueOf(event.target);
  if (!opensByTap || link === undefined) return;
  opensByTap = false;
  event.preventDefault();
  event.stopPropagation();
  // Not every browser focuses a link that is tapped; without focus there is no leaving it.
  link.focus();
  show(link);
}

function valueOf(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element
    ? (target.closest<HTMLElement>('a[data-measured]') ?? undefined)
    : undefined;
}

/** The value that something is in, be it in its tip. */
function linkAround(target: EventTarget | null): HTMLElement | undefined {
  if (open !== undefined && target instanceof Node && open.element.contains(target)) return open.link;
  return valueOf(target);
}

function show(link: HTMLElement): void {
  if (open?.link === link) return;
  closeTip();
  // The tip says the same, and says it to keyboards and fingers too.
  const [source = '', proof = ''] = link.title.split('\n');
  const element = tipOf(link, source, proof);
  link.dataset.title = link.title;
  link.removeAttribute('title');
  link.setAttribute('aria-describedby', 'tip');
  link.after(element);
  open = {link, element};
  place();
}

/** Takes the open tip away, if there is one: before its page is left, too. */
export function closeTip(): void {
  if (open === undefined) return;
  const {link, element} = open;
  open = undefined;
  element.remove();
  link.removeAttribute('aria-describedby');
  link.title = link.dataset.title ?? '';
  delete link.dataset.title;
}

function tipOf(link: HTMLElement, source: string, proof: string): HTMLElement {
  const tip = span(styles.tip);
  const told = span(styles.told);
  told.id = 'tip';
  told.role = 'tooltip';
  const state = span(styles.proof);
  state.dataset.state = link.dataset.measured ?? '';
  state.append(proof);
  const where = span();
  where.append(source);
  told.append(where, state);
  const holder = span(`${cite.holder ?? ''} ${styles.cite ?? ''}`);
  holder.dataset.citeHolder = '';
  const button = document.createElement('button');
  Object.assign(button, {type: 'button', className: cite.button, textContent: 'Copy citation'});
  button.dataset.cite = 'Copy citation';
  button.dataset.claim = link.dataset.claim ?? '';
  // The link keeps focus, or the tip would close before the click.
  button.addEventListener('mousedown', (event) => {
    event.preventDefault();
  });
  holder.append(button);
  tip.append(told, holder);
  return tip;
}

function span(className = ''): HTMLSpanElement {
  return Object.assign(document.createElement('span'), {className});
}

/** Keeps the tip beside its value while anything scrolls. It is fixed, so that no scrolling frame cuts it off. */
function place(): void {
  if (open === undefined) return;
  const {link, element} = open;
  const {clientWidth: width, clientHeight: height} = document.documentElement;
  const {left, top} = placeTip(link.getBoundingClientRect(), element.getBoundingClientRect(), {
    width,
    height,
  });
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}

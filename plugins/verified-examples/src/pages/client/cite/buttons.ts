import {addressOfPage} from '../../../../../../src/client/addressOfPage';
import {mayBeCited} from './citationAt';
import {canChoose} from './menu';
import styles from './styles.module.css';
import {setOrigins} from '../origin';
import {whenIdle} from '../whenIdle';
import {titleOf} from './subject';

const HEADINGS = 'main :is(h2, h3, h4)[id]';

const waiting = new Set<ParentNode>();

/**
 * Shows the button at the head of a page that can be cited, and adds those of its sections, runs and cards: in its HTML
 * they would weigh more than what they cite. All lie beside the flow, so that nothing moves. Called again for each part that
 * comes later. What the reader does goes first.
 */
export function offerCitations(part: ParentNode): void {
  if (waiting.size === 0) whenIdle(offerWaiting);
  waiting.add(part);
}

/** @returns Whether the page can be cited; then the button at its head is shown. */
export function offerPage(): boolean {
  const offered =
    document.querySelector('[data-cite-head]') !== null &&
    mayBeCited(addressOfPage(window.location.pathname));
  document.documentElement.toggleAttribute('data-cites', offered);
  return offered;
}

function offerWaiting(): void {
  const parts = [...waiting];
  waiting.clear();
  if (!offerPage()) return;
  for (const heading of document.querySelectorAll(HEADINGS)) offerHeading(heading);
  parts.forEach(offerProofs);
}

function offerHeading(heading: Element): void {
  const holder =
    heading.querySelector('[data-cite-holder]') ?? heading.appendChild(holderOf(styles.ofHeading));
  // A route of the same kind keeps the element and changes its words.
  holder.querySelector('button')?.setAttribute('aria-label', `Cite: ${titleOf(heading)}`);
}

function offerProofs(part: ParentNode): void {
  setOrigins(part);
  if (!canChoose()) for (const more of part.querySelectorAll('[data-cite-menu]')) more.remove();
  for (const proved of part.querySelectorAll<HTMLElement>('[data-cited]')) {
    if (proved.querySelector('[data-cite-holder]') !== null) continue;
    const holder = holderOf(styles.ofProof);
    const what = proved.ariaLabel ?? 'this example';
    holder.querySelector('button')?.setAttribute('aria-label', `Cite: ${what}`);
    if (canChoose()) holder.append(moreButton(what));
    // A caption is the last of its figure.
    (proved.querySelector(':scope > figcaption') ?? proved).append(holder);
  }
}

function holderOf(place: string | undefined): HTMLElement {
  const holder = document.createElement('span');
  holder.dataset.citeHolder = '';
  holder.className = `${styles.holder ?? ''} ${place ?? ''}`;
  const button = document.createElement('button');
  Object.assign(button, {type: 'button', className: styles.button, textContent: 'Cite'});
  button.dataset.cite = 'Cite';
  holder.append(button);
  return holder;
}

function moreButton(what: string): HTMLElement {
  const more = document.createElement('button');
  Object.assign(more, {type: 'button', className: styles.more});
  more.setAttribute('aria-haspopup', 'menu');
  more.setAttribute('aria-expanded', 'false');
  more.setAttribute('aria-label', `Other formats of the citation of ${what}`);
  more.dataset.citeMenu = '';
  return more;
}

import {FORMATS, html, type Format} from '../../../../../../src/cite/formats';
import {citationAt} from './citationAt';
import {copyMade} from './copyMade';
import {toggleMenu} from './menu';
import {say, show} from './outcome';
import {citedOf, subjectOf} from './subject';

const BUTTON = '[data-cite]';
const MORE = '[data-cite-menu]';

/**
 * Makes the buttons *Copy citation* work, wherever they stand. The first puts rich text and Markdown on the clipboard, the
 * one behind it offers other formats.
 */
export function listenForCitations(): void {
  document.addEventListener('click', ({target}) => {
    const button = within(target, BUTTON);
    if (button !== null) void copy(button, 'markdown');
    const more = within(target, MORE);
    const first = more?.parentElement?.querySelector<HTMLElement>(BUTTON);
    if (more !== null && first != null)
      toggleMenu(more, (format) => {
        void copy(first, format);
      });
  });
  // What is cited is in the HTML of a page: asked for once a reader is about to need it.
  for (const type of ['pointerover', 'focusin'])
    document.addEventListener(type, ({target}) => {
      const button = within(target, `${BUTTON}, ${MORE}`);
      if (button !== null) citationAt(subjectOf(button).path).catch(() => undefined);
    });
}

async function copy(button: HTMLElement, format: Format): Promise<void> {
  const made = citedOf(subjectOf(button)).then((one) => ({
    text: FORMATS[format].write(one),
    html: html(one),
  }));
  try {
    const copied = await copyMade(made, format === 'markdown');
    show(button, copied ? 'copied' : 'refused');
    say(copied ? 'Citation copied' : 'The browser refused to copy');
  } catch {
    show(button, 'refused');
    say('The citation could not be fetched');
  }
}

function within(target: EventTarget | null, selector: string): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null;
}

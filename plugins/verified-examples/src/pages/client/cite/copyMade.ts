import {copyText} from '../copyText';

/** What is put on the clipboard together; an editor takes the kind that it knows. */
export interface Made {
  text: string;
  html?: string;
}

/**
 * Copies what is still being made. The browser is given promises at once: after an answer from the network it would not take
 * a click for the reason any more.
 *
 * @returns Whether it is on the clipboard
 * @throws What `made` throws
 */
export async function copyMade(made: Promise<Made>, rich: boolean): Promise<boolean> {
  if ('ClipboardItem' in window && 'clipboard' in navigator) {
    const part = (type: string, of: (one: Made) => string) => ({
      [type]: made.then((one) => new Blob([of(one)], {type})),
    });
    const parts = {
      ...part('text/plain', ({text}) => text),
      ...(rich ? part('text/html', ({html = ''}) => html) : {}),
    };
    try {
      await navigator.clipboard.write([new ClipboardItem(parts)]);
      return true;
    } catch {
      // Refused, or older than promises in items; what could not be made is thrown below.
    }
  }
  return copyText((await made).text);
}

/** A sentence with a figure or code that nothing on its page backs. */
export interface Unproved {
  /** Of the page, counted from 1. */
  line: number;
  sentence: string;
}

const PROOF = /^::(transcript|twin|matrix|example|bases|receipt|counts)\{|:measured[[{]/m;
/** A page of this site that holds the proof. */
const LINK_TO_PROOF = /\]\(\/(fix|examples)\/[^)]+\)/;
const REASON = /\{\/\* unproved: \S[^*]* \*\/\}/;
const FIGURE_OR_CODE = /\d|`[^`]+`/;

/**
 * The sentences of a page that state a figure or code without a proof: neither in their section, nor behind a link to
 * a symptom or an example, nor with a reason after their paragraph, written as an MDX comment that begins with
 * `unproved:`. Pure.
 *
 * @param page - MDX
 */
export function unprovedSentences(page: string): Unproved[] {
  const body = page.replace(/^---\n[\s\S]*?\n---\n/, (front) => front.replace(/[^\n]/g, ''));
  return sectionsOf(body).flatMap(({line, text}) =>
    PROOF.test(text) ? [] : paragraphsOf(text, line).flatMap(unprovedIn),
  );
}

interface Part {
  line: number;
  text: string;
}

/** A section reaches from a heading to the next; its own heading is not prose. */
function sectionsOf(text: string): Part[] {
  return partsOf(text, 1, (line) => /^#{1,6} /.test(line));
}

function paragraphsOf(text: string, start: number): Part[] {
  return partsOf(text, start, (line, before) => before.trim() === '' && !REASON.test(line));
}

function partsOf(text: string, start: number, begins: (line: string, before: string) => boolean): Part[] {
  const parts: Part[] = [];
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    const last = parts.at(-1);
    if (last === undefined || begins(line, lines[index - 1] ?? ''))
      parts.push({line: start + index, text: line});
    else last.text += `\n${line}`;
  });
  return parts;
}

function unprovedIn({line, text}: Part): Unproved[] {
  const prose = text.replace(/^#{1,6} .*$/m, '');
  if (REASON.test(prose)) return [];
  return prose
    .split(/(?<=[^\d\s][.?!])\s+|\n(?=[-|]|\d+\. )/)
    .map((sentence) => sentence.trim().replace(/^(?:[-*]|\d+\.) /, ''))
    .filter((sentence) =>
      FIGURE_OR_CODE.test(sentence.replace(/\]\([^)]*\)/g, ']').replace(/\{\/\*.*?\*\/\}/g, '')),
    )
    .filter((sentence) => !LINK_TO_PROOF.test(sentence))
    .map((sentence) => ({line, sentence}));
}

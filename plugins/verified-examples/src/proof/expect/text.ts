import type {TextExpectation} from '../../example/model/primitives';

/** Something that did not come out as the manifest says. Texts for people. */
export interface Mismatch {
  what: string;
  expected: string;
  got: string;
}

/**
 * @param what - What the text is, for example `stdout`
 * @returns One mismatch for each condition that does not hold; empty: all hold
 */
export function checkText(what: string, expectation: TextExpectation | undefined, text: string): Mismatch[] {
  if (expectation === undefined) return [];
  const mismatches: Mismatch[] = [];
  const fail = (expected: string) => mismatches.push({what, expected, got: quoteTail(text)});
  if (expectation.exact !== undefined && text !== expectation.exact)
    fail(`exactly ${quoteTail(expectation.exact)}`);
  for (const part of expectation.contains ?? [])
    if (!text.includes(part)) fail(`a text with ${JSON.stringify(part)}`);
  for (const part of expectation.absent ?? [])
    if (text.includes(part)) fail(`a text without ${JSON.stringify(part)}`);
  if (expectation.regex !== undefined && !new RegExp(expectation.regex, 'm').test(text)) {
    fail(`a match of /${expectation.regex}/m`);
  }
  return mismatches;
}

const TAIL_LINES = 12;

/** The last lines say why; a long beginning would hide them. */
export function quoteTail(text: string): string {
  if (text === '') return 'nothing';
  const lines = text.replace(/\n$/, '').split('\n');
  const tail = lines.slice(-TAIL_LINES);
  const omitted = lines.length - tail.length;
  const shown = tail.length === 1 && omitted === 0 ? JSON.stringify(text) : `\n${tail.join('\n')}`;
  return omitted === 0 ? shown : `(${omitted} lines before)${shown}`;
}

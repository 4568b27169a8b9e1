import type {SlotType} from '../../../src/find/slots';

/** Values that differ from one reader to the next, as they stand in proved texts. */
const NATURAL: readonly [RegExp, SlotType, string?][] = [
  [/(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?!\w)/, 'ip'],
  [/(?<![\w"'`])lookup [\w.-]+/, 'host', 'lookup '],
  [/(?<=\s|^|["'`(=])\.{0,2}\/[\w./+@-]*[\w+@-]/, 'path'],
  [/(?<![\w/])[\w+-]+\.so(?:\.\d+)*(?!\w)/, 'lib'],
  [/(?<=[>=] |_|\bv)\d+(?:\.\d+)+/, 'version'],
  [/(?<=[\w.]\.(?:c|cc|cpp|go|S|h|s)):\d+(?::\d+)?/, 'num'],
];

/**
 * The pattern of a symptom that has none written: its text, with what naturally differs made a slot.
 *
 * @returns `guess` when too little of the text is its own
 */
export function ownPattern(text: string): {text: string; guess: boolean} {
  const found = NATURAL.flatMap(([regex, type, keep = '']) =>
    [...text.matchAll(new RegExp(regex, 'g'))].map(({0: value, index}) => ({
      start: index + keep.length,
      end: index + value.length,
      slot: type === 'num' ? value.replace(/\d+/g, '{num}') : `{${type}}`,
    })),
  ).sort((a, b) => a.start - b.start);
  let template = '';
  let letters = '';
  let at = 0;
  const literal = (until: number) => {
    const part = text.slice(at, until);
    letters += part.replace(/[^A-Za-z]+/g, ' ');
    template += escaped(part);
  };
  for (const {start, end, slot} of found) {
    if (start < at) continue;
    literal(start);
    template += slot;
    at = end;
  }
  literal(text.length);
  const words = letters.split(/\s+/).filter((word) => word.length > 1);
  return {text: template, guess: words.length < 3 || words.join('').length < 18};
}

/** A text as a template that means nothing but itself. */
export function escaped(text: string): string {
  return text.replace(/[\\{}[\]^$]/g, '\\$&');
}

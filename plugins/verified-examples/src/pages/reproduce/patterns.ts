import {quote} from '../../shell';

/** Stands for a newline in text that is matched as one line; `$N` of the script. */
export const NEWLINE = '\u0001';

/** A JavaScript regular expression in the words of `grep -E` and `sed -E`. */
export interface Extended {
  pattern: string;
  /** Its number of each group of the original, in order. */
  groups: number[];
  /** Groups of what stands before and after a match, which JavaScript does not take into it; a replacement keeps them. */
  before?: number;
  after?: number;
}

/** A text file of an archive. */
export interface TextFile {
  path: string;
  text: string;
}

const ESCAPES: Readonly<Record<string, string>> = {
  d: '[0-9]',
  w: '[[:alnum:]_]',
  s: `[[:space:]${NEWLINE}]`,
  S: `[^[:space:]${NEWLINE}]`,
  n: NEWLINE,
  t: '\t',
};

const IN_BRACKETS: Readonly<Record<string, string>> = {d: '0-9', w: '[:alnum:]_', n: NEWLINE, t: '\t'};

/**
 * Translates an expression of a manifest, which matches with the flag `m`, for text whose newlines are {@link NEWLINE}.
 *
 * @returns undefined for what POSIX has no words for (laziness, looking around, `^` and `\b` within): a reader compares by eye
 */
export function toExtended(source: string): Extended | undefined {
  const groups: number[] = [];
  let opened = 0;
  let rest = source;
  let pattern = '';
  const edges: Pick<Extended, 'before' | 'after'> = {};
  const [first] = /^(?:\^|\\b)/.exec(rest) ?? [];
  if (first !== undefined) {
    pattern = first === '^' ? `(^|${NEWLINE})` : '(^|[^[:alnum:]_])';
    edges.before = opened = 1;
    rest = rest.slice(first.length);
  }
  while (rest !== '') {
    if (rest === '$' || rest === '\\b') {
      pattern += rest === '$' ? `(${NEWLINE}|$)` : '([^[:alnum:]_]|$)';
      edges.after = opened + 1;
      break;
    }
    const step = translate(rest);
    if (step === undefined) return undefined;
    if (step.pattern === '(') {
      opened += 1;
      if (step.length === 1) groups.push(opened);
    }
    pattern += step.pattern;
    rest = rest.slice(step.length);
  }
  return {pattern, groups, ...edges};
}

/** A pattern as a word of a shell, with `$N` for the character that stands for newlines. */
export function patternWord(pattern: string): string {
  return pattern
    .split(NEWLINE)
    .map((part) => (part === '' ? '' : quote(part)))
    .join('"$N"');
}

function translate(rest: string): {pattern: string; length: number} | undefined {
  if (rest.startsWith('[\\s\\S]')) return {pattern: '.', length: 6};
  if (rest.startsWith('[')) return bracket(rest);
  if (rest.startsWith('(?:')) return {pattern: '(', length: 3};
  if (/^(?:\^|\$|\(\?|[*+?}]\?)/.test(rest)) return undefined;
  if (rest.startsWith('\\')) {
    const [, escaped = ''] = rest;
    const known = ESCAPES[escaped];
    if (known === undefined && /\w/.test(escaped)) return undefined;
    return {pattern: known ?? `\\${escaped}`, length: 2};
  }
  if (rest.startsWith('.')) return {pattern: `[^${NEWLINE}]`, length: 1};
  // A brace that begins no number of times is an ordinary character in JavaScript only.
  if (rest.startsWith('{') && !/^\{\d+(?:,\d*)?\}/.test(rest)) return {pattern: '\\{', length: 1};
  const [character = ''] = rest;
  return {pattern: character, length: character.length};
}

function bracket(rest: string): {pattern: string; length: number} | undefined {
  const [whole] = /^\[(?:\\.|[^\]\\])*\]/.exec(rest) ?? [];
  if (whole === undefined) return undefined;
  const inside = whole.slice(1, -1);
  const unknown = [...inside.matchAll(/\\(\w)/g)].some(([, letter = '']) => !(letter in IN_BRACKETS));
  const translated = inside.replace(/\\(.)/g, (_, escaped: string) => IN_BRACKETS[escaped] ?? escaped);
  return unknown ? undefined : {pattern: `[${translated}]`, length: whole.length};
}

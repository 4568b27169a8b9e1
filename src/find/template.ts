import {restriction, SLOTS, type SlotType} from './slots';

/** A slot of a template, in the order in which its values are captured. */
export interface Slot {
  name: string;
  type: SlotType;
  accepts: (value: string) => boolean;
}

/** A template that can be matched. */
export interface Compiled {
  source: string;
  regex: RegExp;
  /** The same without places, which take time. */
  quick: RegExp;
  slots: readonly Slot[];
  /** A word that every match has; undefined: no word is sure to be there. */
  anchor: string | undefined;
  /** The anchor is a word by itself, not the beginning or the end of one. */
  anchorIsWhole: boolean;
  /** The next best, for a line in which the first is broken in two. */
  spare: string | undefined;
  /** All that is sure to be there, the rarest first. */
  words: readonly string[];
  /** Letters and digits that a match has for certain: the more, the less is left to chance. */
  weight: number;
  /** Nothing but what a log puts before its lines may stand before it. */
  atStart: boolean;
}

/** A value that a slot took, and where. */
export interface Taken {
  name: string;
  type: SlotType;
  value: string;
  start: number;
  end: number;
}

export interface Match {
  start: number;
  end: number;
  taken: Taken[];
}

type Node =
  | {kind: 'text'; text: string}
  | {kind: 'slot'; slot: Slot}
  | {kind: 'again'; index: number}
  | {kind: 'either'; options: string[]}
  | {kind: 'maybe'; nodes: Node[]};

/**
 * Compiles a template: `{type}` or `{type=name}` is a slot, `{type:restriction}` one that takes some values only,
 * `{=name}` the value of an earlier slot again, `{a|b}` one of two texts, `[…]` may be missing, `\` takes the next
 * character as it is. `^` first: at the start of a line; `$` last: at its end. Quotes stand for quotes of any kind,
 * a space for any white space within a line.
 *
 * @throws Error that says what in the template is not understood
 */
export function compile(source: string): Compiled {
  const atStart = source.startsWith('^');
  const atEnd = source.endsWith('$') && !source.endsWith('\\$');
  const slots: Slot[] = [];
  const nodes = parse(source.slice(atStart ? 1 : 0, atEnd ? -1 : undefined), slots);
  if (nodes.length === 0) throw new Error('the template is empty');
  const literals = literalWords(nodes);
  const rarest = rarestFirst(literals);
  const [anchor, spare] = rarest;
  const words = rarest.map(({word}) => word);
  const before = '(?<![\\w/.-])';
  const after = atEnd ? '(?=[ \\t.\\r]*(?:\\n|$))' : '(?!\\w)';
  const body = `${before}${nodes.map(pattern).join('')}${after}`;
  return {
    source,
    regex: new RegExp(body, 'dg'),
    quick: new RegExp(body),
    slots,
    anchor: anchor?.word,
    spare: spare?.word,
    anchorIsWhole: anchor?.whole ?? false,
    words,
    weight: words.join('').length,
    atStart,
  };
}

function parse(source: string, slots: Slot[]): Node[] {
  let at = 0;
  const sequence = (end: string | undefined): Node[] => {
    const nodes: Node[] = [];
    let text = '';
    const flush = () => {
      if (text !== '') nodes.push({kind: 'text', text});
      text = '';
    };
    while (at < source.length) {
      const char = source.charAt(at++);
      if (char === end) {
        flush();
        return nodes;
      }
      if (char === '\\') text += source.charAt(at++);
      else if (char === '[') {
        flush();
        nodes.push({kind: 'maybe', nodes: sequence(']')});
      } else if (char === '{') {
        flush();
        const close = source.indexOf('}', at);
        if (close < 0) throw new Error(`"{${source.slice(at)}" has no end`);
        nodes.push(slotOf(source.slice(at, close), slots));
        at = close + 1;
      } else text += char;
    }
    if (end !== undefined) throw new Error(`a "[" has no "${end}"`);
    flush();
    return nodes;
  };
  return sequence(undefined);
}

function slotOf(written: string, slots: Slot[]): Node {
  if (written.startsWith('=')) {
    const index = slots.findIndex(({name}) => name === written.slice(1));
    if (index < 0) throw new Error(`"{${written}}" names no slot before it`);
    return {kind: 'again', index};
  }
  const [, type, name, takes] = /^([a-z]+)(?:=([a-z]+))?(?::(.+))?$/.exec(written) ?? [];
  if (type === undefined) {
    if (!written.includes('|')) throw new Error(`"{${written}}" is no slot`);
    return {kind: 'either', options: written.split('|')};
  }
  if (!Object.hasOwn(SLOTS, type))
    throw new Error(`no slot type "${type}"; known: ${Object.keys(SLOTS).join(', ')}`);
  const accepts = takes === undefined ? () => true : restriction(takes);
  const base = name ?? type;
  const same = slots.filter((slot) => slot.name.replace(/\d+$/, '') === base).length;
  const slot = {name: same === 0 ? base : `${base}${same + 1}`, type: type as SlotType, accepts};
  slots.push(slot);
  return {kind: 'slot', slot};
}

function pattern(node: Node): string {
  switch (node.kind) {
    case 'text':
      return literal(node.text);
    case 'slot':
      return `(${SLOTS[node.slot.type]})`;
    case 'again':
      return `\\${node.index + 1}`;
    case 'either':
      return `(?:${node.options.map(literal).join('|')})`;
    case 'maybe':
      return `(?:${node.nodes.map(pattern).join('')})?`;
  }
}

function literal(text: string): string {
  return text.replace(/\s+|["'`]|[^\w\s]/g, (char) => {
    if (/\s/.test(char)) return '[ \\t]+';
    return /["'`]/.test(char) ? '["\'`]' : `\\${char}`;
  });
}

interface Literal {
  word: string;
  whole: boolean;
}

/** Words that each match has: those of texts that neither may be missing nor are one of several. */
function literalWords(nodes: readonly Node[]): Literal[] {
  return nodes.flatMap((node, at) =>
    node.kind === 'text'
      ? [...node.text.matchAll(/[A-Za-z0-9_]{2,}/g)].map(({0: word, index}) => ({
          word,
          whole:
            (index > 0 || at === 0) && (index + word.length < node.text.length || at === nodes.length - 1),
        }))
      : [],
  );
}

/** Words that many lines of many logs have. */
const COMMON = new Set(
  'error errors file files directory such not found failed fatal in of or to for the is was no with and version user exec open read lookup on go go1 dial tcp udp sh bin 53 required needed by connection permission denied requires name open'.split(
    ' ',
  ),
);

function rarestFirst(words: readonly Literal[]): Literal[] {
  const score = ({word, whole}: Literal) => word.length - (COMMON.has(word) ? 20 : 0) + (whole ? 4 : 0);
  return [...words].sort((a, b) => score(b) - score(a));
}

/**
 * The first place where a template matches and each slot takes a value it may.
 *
 * @param text - One line, or several
 */
export function matchIn(
  {regex, quick, slots, atStart}: Compiled,
  text: string,
  isStart: (at: number) => boolean,
): Match | undefined {
  if (!quick.test(text)) return undefined;
  regex.lastIndex = 0;
  for (let found = regex.exec(text); found !== null; found = regex.exec(text)) {
    regex.lastIndex = found.index + 1;
    const {indices} = found;
    if (indices === undefined || (atStart && !isStart(found.index))) continue;
    const taken = slots.flatMap(({name, type}, index): Taken[] => {
      const [value, place] = [found[index + 1], indices[index + 1]];
      return value === undefined || place === undefined
        ? []
        : [{name, type, value, start: place[0], end: place[1]}];
    });
    if (taken.every(({name, value}) => slots.find((slot) => slot.name === name)?.accepts(value) === true))
      return {start: found.index, end: found.index + found[0].length, taken};
  }
  return undefined;
}
